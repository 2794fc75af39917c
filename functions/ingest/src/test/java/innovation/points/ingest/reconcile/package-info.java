@NullMarked
package innovation.points.ingest.reconcile;

import org.jspecify.annotations.NullMarked;
