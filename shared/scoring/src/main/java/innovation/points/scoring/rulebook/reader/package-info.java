/** Reads a rulebook from YAML and checks it; every problem has its line. */
@NullMarked
package innovation.points.scoring.rulebook.reader;

import org.jspecify.annotations.NullMarked;
