/** What a score is made of, as it is shown. */
@NullMarked
package innovation.points.scoring.result;

import org.jspecify.annotations.NullMarked;
