@NullMarked
package innovation.points.spreadsheet;

import org.jspecify.annotations.NullMarked;
