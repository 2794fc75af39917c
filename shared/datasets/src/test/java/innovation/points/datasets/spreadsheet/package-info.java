@NullMarked
package innovation.points.datasets.spreadsheet;

import org.jspecify.annotations.NullMarked;
