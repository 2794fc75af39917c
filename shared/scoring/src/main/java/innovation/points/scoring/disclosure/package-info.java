/**
 * What published figures may tell: nothing of fewer than three enterprises, and nothing from which
 * that could be found by subtracting. One rule for the overview of a year and its analysis report.
 */
@NullMarked
package innovation.points.scoring.disclosure;

import org.jspecify.annotations.NullMarked;
