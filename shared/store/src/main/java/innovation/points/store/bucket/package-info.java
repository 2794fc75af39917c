/** Addresses of the bucket that carry a right. */
@NullMarked
package innovation.points.store.bucket;

import org.jspecify.annotations.NullMarked;
