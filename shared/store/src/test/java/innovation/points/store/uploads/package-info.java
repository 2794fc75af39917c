@NullMarked
package innovation.points.store.uploads;

import org.jspecify.annotations.NullMarked;
