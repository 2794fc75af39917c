@NullMarked
package innovation.points.web.access;

import org.jspecify.annotations.NullMarked;
