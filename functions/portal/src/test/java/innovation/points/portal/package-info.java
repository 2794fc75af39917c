@NullMarked
package innovation.points.portal;

import org.jspecify.annotations.NullMarked;
