@NullMarked
package innovation.points.scoring.benefit;

import org.jspecify.annotations.NullMarked;
