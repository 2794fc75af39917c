/** Who is entitled to which support by a result (五(二), 五(四)). */
@NullMarked
package innovation.points.scoring.benefit;

import org.jspecify.annotations.NullMarked;
