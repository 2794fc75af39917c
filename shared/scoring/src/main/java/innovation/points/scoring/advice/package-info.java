/**
 * What would raise an enterprise's total: steps that were tried through the scorer, and warnings of
 * bounds beyond which it falls.
 */
@NullMarked
package innovation.points.scoring.advice;

import org.jspecify.annotations.NullMarked;
