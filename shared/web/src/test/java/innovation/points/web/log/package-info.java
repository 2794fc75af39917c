@NullMarked
package innovation.points.web.log;

import org.jspecify.annotations.NullMarked;
