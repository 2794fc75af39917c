/** What enterprises contribute to the figures of the zone (四(三), 四(四)). */
@NullMarked
package innovation.points.scoring.aggregate;

import org.jspecify.annotations.NullMarked;
