@NullMarked
package innovation.points.scoring.ranking;

import org.jspecify.annotations.NullMarked;
