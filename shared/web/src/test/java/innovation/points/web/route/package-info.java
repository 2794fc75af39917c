@NullMarked
package innovation.points.web.route;

import org.jspecify.annotations.NullMarked;
