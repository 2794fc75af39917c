@NullMarked
package innovation.points.datasets.catalogue;

import org.jspecify.annotations.NullMarked;
