/**
 * Advice on how to raise an enterprise's total: steps that the scorer has computed, and warnings of
 * bounds beyond which it falls.
 */
@NullMarked
package innovation.points.scoring.advice;

import org.jspecify.annotations.NullMarked;
