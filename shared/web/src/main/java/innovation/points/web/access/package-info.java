/** Who is asking, and who may call a route. */
@NullMarked
package innovation.points.web.access;

import org.jspecify.annotations.NullMarked;
