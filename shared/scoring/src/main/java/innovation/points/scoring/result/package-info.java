/** The parts of a score. */
@NullMarked
package innovation.points.scoring.result;

import org.jspecify.annotations.NullMarked;
