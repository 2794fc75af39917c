@NullMarked
package innovation.points.lookup.completeness;

import org.jspecify.annotations.NullMarked;
