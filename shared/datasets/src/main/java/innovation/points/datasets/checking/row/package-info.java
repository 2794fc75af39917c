/** What is seen of rows beside their values: keys, shape, and what they say of themselves. */
@NullMarked
package innovation.points.datasets.checking.row;

import org.jspecify.annotations.NullMarked;
