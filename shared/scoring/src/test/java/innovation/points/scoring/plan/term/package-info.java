@NullMarked
package innovation.points.scoring.plan.term;

import org.jspecify.annotations.NullMarked;
