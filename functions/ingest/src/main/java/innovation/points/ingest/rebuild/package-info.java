/** Compares the tables with the bucket, key by key, and mends them. */
@NullMarked
package innovation.points.ingest.rebuild;

import org.jspecify.annotations.NullMarked;
