/** The figures of the zone: what enterprises contribute, added up and suppressed. */
@NullMarked
package innovation.points.recompute.figures;

import org.jspecify.annotations.NullMarked;
