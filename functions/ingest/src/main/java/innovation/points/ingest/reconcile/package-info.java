/** Brings the facts of one key in line with the newest version that was not rejected. */
@NullMarked
package innovation.points.ingest.reconcile;

import org.jspecify.annotations.NullMarked;
