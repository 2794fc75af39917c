/** Who runs the site, for everybody. */
@NullMarked
package innovation.points.lookup.zone;

import org.jspecify.annotations.NullMarked;
