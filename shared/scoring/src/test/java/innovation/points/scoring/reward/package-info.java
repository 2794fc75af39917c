@NullMarked
package innovation.points.scoring.reward;

import org.jspecify.annotations.NullMarked;
