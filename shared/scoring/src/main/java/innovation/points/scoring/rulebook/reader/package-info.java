/** How a rulebook is read from YAML and checked, with the line of every problem. */
@NullMarked
package innovation.points.scoring.rulebook.reader;

import org.jspecify.annotations.NullMarked;
