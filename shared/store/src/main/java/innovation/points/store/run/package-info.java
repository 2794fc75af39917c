/** The yearly runs: orders, leases, progress, what they read and what they changed. */
@NullMarked
package innovation.points.store.run;

import org.jspecify.annotations.NullMarked;
