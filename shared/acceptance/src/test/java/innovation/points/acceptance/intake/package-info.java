/** Files of the largest permitted size, through the whole intake. */
@NullMarked
package innovation.points.acceptance.intake;

import org.jspecify.annotations.NullMarked;
