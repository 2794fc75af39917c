/** The analysis report as PDF: A4, vectors, one embedded typeface. */
@NullMarked
package innovation.points.recompute.report.pdf;

import org.jspecify.annotations.NullMarked;
