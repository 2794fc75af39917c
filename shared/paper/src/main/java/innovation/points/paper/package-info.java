/** Papers as PDF: A4 pages of Chinese text with an embedded typeface. */
@NullMarked
package innovation.points.paper;

import org.jspecify.annotations.NullMarked;
