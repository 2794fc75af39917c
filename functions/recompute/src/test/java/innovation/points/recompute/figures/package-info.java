/** The figures of the zone. */
@NullMarked
package innovation.points.recompute.figures;

import org.jspecify.annotations.NullMarked;
