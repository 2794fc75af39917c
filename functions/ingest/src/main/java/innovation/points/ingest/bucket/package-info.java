/** Versions of the objects in the bucket. */
@NullMarked
package innovation.points.ingest.bucket;

import org.jspecify.annotations.NullMarked;
