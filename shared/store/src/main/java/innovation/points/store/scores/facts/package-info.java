/** The facts beside stored scores, and the files they came from. */
@NullMarked
package innovation.points.store.scores.facts;

import org.jspecify.annotations.NullMarked;
