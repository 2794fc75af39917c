@NullMarked
package innovation.points.scoring.allocation;

import org.jspecify.annotations.NullMarked;
