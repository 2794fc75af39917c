@NullMarked
package innovation.points.recompute.report.pdf;

import org.jspecify.annotations.NullMarked;
