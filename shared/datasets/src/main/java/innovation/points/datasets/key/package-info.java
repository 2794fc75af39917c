/** The keys of uploads in the bucket (contract §1). */
@NullMarked
package innovation.points.datasets.key;

import org.jspecify.annotations.NullMarked;
