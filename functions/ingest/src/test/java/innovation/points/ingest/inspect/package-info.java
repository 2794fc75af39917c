@NullMarked
package innovation.points.ingest.inspect;

import org.jspecify.annotations.NullMarked;
