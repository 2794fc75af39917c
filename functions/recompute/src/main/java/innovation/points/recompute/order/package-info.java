/** Orders for runs, and what is said of them. */
@NullMarked
package innovation.points.recompute.order;

import org.jspecify.annotations.NullMarked;
