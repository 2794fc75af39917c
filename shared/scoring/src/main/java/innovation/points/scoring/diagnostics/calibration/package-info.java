/** Proposes curves that fit a year, as a draft rulebook. */
@NullMarked
package innovation.points.scoring.diagnostics.calibration;

import org.jspecify.annotations.NullMarked;
