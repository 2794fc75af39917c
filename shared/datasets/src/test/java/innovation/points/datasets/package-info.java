@NullMarked
package innovation.points.datasets;

import org.jspecify.annotations.NullMarked;
