/** Proposes full marks that would fit the year, as a draft rulebook. */
@NullMarked
package innovation.points.scoring.diagnostics.calibration;

import org.jspecify.annotations.NullMarked;
