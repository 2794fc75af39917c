/** Figures of samples: moments, correlation, normality, discrimination. No knowledge of scores. */
@NullMarked
package innovation.points.scoring.diagnostics.statistics;

import org.jspecify.annotations.NullMarked;
