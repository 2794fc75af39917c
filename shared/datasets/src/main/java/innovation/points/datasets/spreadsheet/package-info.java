/** Templates to fill in. */
@NullMarked
package innovation.points.datasets.spreadsheet;

import org.jspecify.annotations.NullMarked;
