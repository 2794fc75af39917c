/** Items that pay one enterprise of the zone, and that several claim (rules §9). */
@NullMarked
package innovation.points.recompute.claims;

import org.jspecify.annotations.NullMarked;
