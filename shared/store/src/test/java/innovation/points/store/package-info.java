@NullMarked
package innovation.points.store;

import org.jspecify.annotations.NullMarked;
