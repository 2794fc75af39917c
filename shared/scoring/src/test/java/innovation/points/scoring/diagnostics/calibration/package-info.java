@NullMarked
package innovation.points.scoring.diagnostics.calibration;

import org.jspecify.annotations.NullMarked;
