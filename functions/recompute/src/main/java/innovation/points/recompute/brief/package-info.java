/** Makes the quarterly brief (运行与监测简报). */
@NullMarked
package innovation.points.recompute.brief;

import org.jspecify.annotations.NullMarked;
