@NullMarked
package innovation.points.recompute.run;

import org.jspecify.annotations.NullMarked;
