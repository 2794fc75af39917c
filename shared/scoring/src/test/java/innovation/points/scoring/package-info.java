@NullMarked
package innovation.points.scoring;

import org.jspecify.annotations.NullMarked;
