/** A bounded sample of a year, and its totals under other assumptions. */
@NullMarked
package innovation.points.scoring.diagnostics.sample;

import org.jspecify.annotations.NullMarked;
