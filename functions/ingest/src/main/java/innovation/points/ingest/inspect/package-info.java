/** Reads versions of files, each once, and keeps beside its report what was read. */
@NullMarked
package innovation.points.ingest.inspect;

import org.jspecify.annotations.NullMarked;
