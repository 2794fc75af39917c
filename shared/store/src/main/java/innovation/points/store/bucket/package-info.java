/** Addresses of the bucket that carry a right, and what its answers mean. */
@NullMarked
package innovation.points.store.bucket;

import org.jspecify.annotations.NullMarked;
