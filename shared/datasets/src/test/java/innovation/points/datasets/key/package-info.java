@NullMarked
package innovation.points.datasets.key;

import org.jspecify.annotations.NullMarked;
