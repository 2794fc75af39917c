@NullMarked
package innovation.points.desk;

import org.jspecify.annotations.NullMarked;
