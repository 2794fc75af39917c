@NullMarked
package innovation.points.scoring.rulebook.reader;

import org.jspecify.annotations.NullMarked;
