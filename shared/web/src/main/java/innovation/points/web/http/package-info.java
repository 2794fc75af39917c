/** The parts of HTTP that answers and requests are made of. */
@NullMarked
package innovation.points.web.http;

import org.jspecify.annotations.NullMarked;
