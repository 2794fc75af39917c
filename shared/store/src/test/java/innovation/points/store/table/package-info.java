@NullMarked
package innovation.points.store.table;

import org.jspecify.annotations.NullMarked;
