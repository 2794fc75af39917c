/** What the system asks by itself every day, and takes back when the data says so. */
@NullMarked
package innovation.points.recompute.asking;

import org.jspecify.annotations.NullMarked;
