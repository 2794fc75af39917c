/** Days and deadlines in official time. */
@NullMarked
package innovation.points.web.time;

import org.jspecify.annotations.NullMarked;
