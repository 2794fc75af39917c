/** Reads facts as the rules mean them: figures and what their absence means, items that count. */
@NullMarked
package innovation.points.scoring.plan.reading;

import org.jspecify.annotations.NullMarked;
