/** Reads the text of a cell as a number, a date, a code. */
@NullMarked
package innovation.points.datasets.reading.cell;

import org.jspecify.annotations.NullMarked;
