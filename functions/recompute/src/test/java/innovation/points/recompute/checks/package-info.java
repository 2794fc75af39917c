@NullMarked
package innovation.points.recompute.checks;

import org.jspecify.annotations.NullMarked;
