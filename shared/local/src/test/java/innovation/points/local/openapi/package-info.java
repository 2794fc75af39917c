/** The document of the API, held against what is answered. */
@NullMarked
package innovation.points.local.openapi;

import org.jspecify.annotations.NullMarked;
