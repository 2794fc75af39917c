@NullMarked
package innovation.points.recompute.names;

import org.jspecify.annotations.NullMarked;
