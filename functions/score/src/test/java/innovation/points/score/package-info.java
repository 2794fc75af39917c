@NullMarked
package innovation.points.score;

import org.jspecify.annotations.NullMarked;
