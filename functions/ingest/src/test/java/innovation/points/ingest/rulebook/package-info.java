@NullMarked
package innovation.points.ingest.rulebook;

import org.jspecify.annotations.NullMarked;
