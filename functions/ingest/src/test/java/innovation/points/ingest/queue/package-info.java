@NullMarked
package innovation.points.ingest.queue;

import org.jspecify.annotations.NullMarked;
