/** What of a publication anybody may see. */
@NullMarked
package innovation.points.lookup.disclosure;

import org.jspecify.annotations.NullMarked;
