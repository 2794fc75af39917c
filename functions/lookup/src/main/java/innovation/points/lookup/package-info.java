@NullMarked
package innovation.points.lookup;

import org.jspecify.annotations.NullMarked;
