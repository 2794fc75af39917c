@NullMarked
package innovation.points.recompute;

import org.jspecify.annotations.NullMarked;
