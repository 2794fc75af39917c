@NullMarked
package innovation.points.scoring.rulebook;

import org.jspecify.annotations.NullMarked;
