/** Files as big as they may be, through the whole of the intake. */
@NullMarked
package innovation.points.acceptance.intake;

import org.jspecify.annotations.NullMarked;
