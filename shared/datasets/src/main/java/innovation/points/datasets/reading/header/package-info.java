/** Finds the header of a table and which column holds which field. */
@NullMarked
package innovation.points.datasets.reading.header;

import org.jspecify.annotations.NullMarked;
