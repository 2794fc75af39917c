/** Files as grids of cells, without knowledge of any dataset. */
@NullMarked
package innovation.points.datasets.reading.container;

import org.jspecify.annotations.NullMarked;
