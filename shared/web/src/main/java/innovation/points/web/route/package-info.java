/** From an event of the gateway to a route, and from its answer back. */
@NullMarked
package innovation.points.web.route;

import org.jspecify.annotations.NullMarked;
