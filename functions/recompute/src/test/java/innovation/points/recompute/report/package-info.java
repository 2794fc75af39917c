@NullMarked
package innovation.points.recompute.report;

import org.jspecify.annotations.NullMarked;
