@NullMarked
package innovation.points.scoring.plan;

import org.jspecify.annotations.NullMarked;
