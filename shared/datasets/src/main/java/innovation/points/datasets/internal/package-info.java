/** Files as grids of cells, without knowledge of any dataset. Not for other modules. */
@NullMarked
package innovation.points.datasets.internal;

import org.jspecify.annotations.NullMarked;
