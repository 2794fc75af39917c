/** The description of the API. */
@NullMarked
package innovation.points.lookup.openapi;

import org.jspecify.annotations.NullMarked;
