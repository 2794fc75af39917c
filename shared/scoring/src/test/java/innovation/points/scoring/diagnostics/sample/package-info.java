@NullMarked
package innovation.points.scoring.diagnostics.sample;

import org.jspecify.annotations.NullMarked;
