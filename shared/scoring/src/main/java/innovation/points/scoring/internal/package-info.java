/** How a rulebook is read from YAML and checked. Not for use outside the module. */
@NullMarked
package innovation.points.scoring.internal;

import org.jspecify.annotations.NullMarked;
