/** Published years as anyone may read them: cards, rankings, search, overview. */
@NullMarked
package innovation.points.lookup.publication;

import org.jspecify.annotations.NullMarked;
