/** The rules as data: every number, list and order, with its basis. */
@NullMarked
package innovation.points.scoring.rulebook;

import org.jspecify.annotations.NullMarked;
