@NullMarked
package innovation.points.ingest;

import org.jspecify.annotations.NullMarked;
