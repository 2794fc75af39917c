/** The rules of the code itself. */
@NullMarked
package innovation.points.acceptance.house;

import org.jspecify.annotations.NullMarked;
