/** Divides a budget among enterprises by their ranks (五(四)); all amounts to the cent. */
@NullMarked
package innovation.points.scoring.allocation;

import org.jspecify.annotations.NullMarked;
