@NullMarked
package innovation.points.scoring.library;

import org.jspecify.annotations.NullMarked;
