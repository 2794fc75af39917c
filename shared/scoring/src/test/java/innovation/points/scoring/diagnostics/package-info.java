@NullMarked
package innovation.points.scoring.diagnostics;

import org.jspecify.annotations.NullMarked;
