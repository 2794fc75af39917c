/** What there is to look at in a generation before it is published (contract §3). */
@NullMarked
package innovation.points.recompute.checks;

import org.jspecify.annotations.NullMarked;
