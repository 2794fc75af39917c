@NullMarked
package innovation.points.scoring.disclosure;

import org.jspecify.annotations.NullMarked;
