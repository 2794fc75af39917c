/** What enterprises contribute to the figures of the zone. */
@NullMarked
package innovation.points.scoring.aggregate;

import org.jspecify.annotations.NullMarked;
