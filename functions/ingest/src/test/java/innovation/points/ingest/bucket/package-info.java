@NullMarked
package innovation.points.ingest.bucket;

import org.jspecify.annotations.NullMarked;
