@NullMarked
package innovation.points.local;

import org.jspecify.annotations.NullMarked;
