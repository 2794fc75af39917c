/** The public view of published years: cards, rankings, search, overview. */
@NullMarked
package innovation.points.lookup.publication;

import org.jspecify.annotations.NullMarked;
