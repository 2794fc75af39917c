@NullMarked
package innovation.points.web.event;

import org.jspecify.annotations.NullMarked;
