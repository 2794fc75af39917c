/** Measures the system's use of cloud resources and prices it by a price list. */
@NullMarked
package innovation.points.acceptance.cost;

import org.jspecify.annotations.NullMarked;
