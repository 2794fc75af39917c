/** The figures of the zone and their trends. */
@NullMarked
package innovation.points.lookup.figures;

import org.jspecify.annotations.NullMarked;
