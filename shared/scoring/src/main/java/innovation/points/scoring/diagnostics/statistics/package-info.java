/** Statistics: moments, correlation, normality, discrimination. Independent of scoring. */
@NullMarked
package innovation.points.scoring.diagnostics.statistics;

import org.jspecify.annotations.NullMarked;
