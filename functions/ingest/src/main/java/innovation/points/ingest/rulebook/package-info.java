/** Takes rulebooks that were put into the bucket. */
@NullMarked
package innovation.points.ingest.rulebook;

import org.jspecify.annotations.NullMarked;
