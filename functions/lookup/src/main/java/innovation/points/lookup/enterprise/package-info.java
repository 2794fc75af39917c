/** One enterprise in one place, and many at once. */
@NullMarked
package innovation.points.lookup.enterprise;

import org.jspecify.annotations.NullMarked;
