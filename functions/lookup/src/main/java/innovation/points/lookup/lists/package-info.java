/** Lists of the best of each stage: tiers, seeds, services. */
@NullMarked
package innovation.points.lookup.lists;

import org.jspecify.annotations.NullMarked;
