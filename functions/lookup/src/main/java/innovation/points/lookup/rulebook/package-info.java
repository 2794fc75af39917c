/** The rulebooks in full. */
@NullMarked
package innovation.points.lookup.rulebook;

import org.jspecify.annotations.NullMarked;
