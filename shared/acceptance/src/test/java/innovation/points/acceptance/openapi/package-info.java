/** The document of the API, held against what is answered. */
@NullMarked
package innovation.points.acceptance.openapi;

import org.jspecify.annotations.NullMarked;
