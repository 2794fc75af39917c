/** A table of cells, whatever file it is in. */
@NullMarked
package innovation.points.datasets.reading.sheet;

import org.jspecify.annotations.NullMarked;
