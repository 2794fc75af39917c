@NullMarked
package innovation.points.desk.allocation;

import org.jspecify.annotations.NullMarked;
