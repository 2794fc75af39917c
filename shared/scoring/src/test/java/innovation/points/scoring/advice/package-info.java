@NullMarked
package innovation.points.scoring.advice;

import org.jspecify.annotations.NullMarked;
