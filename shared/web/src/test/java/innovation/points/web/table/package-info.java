@NullMarked
package innovation.points.web.table;

import org.jspecify.annotations.NullMarked;
