/** Tests of the API's document against its answers. */
@NullMarked
package innovation.points.acceptance.openapi;

import org.jspecify.annotations.NullMarked;
