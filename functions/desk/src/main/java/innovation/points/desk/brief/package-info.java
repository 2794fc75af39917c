/** The quarterly briefs: what persons decide on them, and their papers. */
@NullMarked
package innovation.points.desk.brief;

import org.jspecify.annotations.NullMarked;
