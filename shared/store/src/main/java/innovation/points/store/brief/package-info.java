/** The quarterly briefs (运行与监测简报): what they say, and who has approved them. */
@NullMarked
package innovation.points.store.brief;

import org.jspecify.annotations.NullMarked;
