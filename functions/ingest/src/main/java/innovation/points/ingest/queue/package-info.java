/** Messages about the bucket, and the invocation that works on them. */
@NullMarked
package innovation.points.ingest.queue;

import org.jspecify.annotations.NullMarked;
