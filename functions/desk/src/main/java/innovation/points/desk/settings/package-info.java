/** What the zone sets by itself, by four eyes. */
@NullMarked
package innovation.points.desk.settings;

import org.jspecify.annotations.NullMarked;
