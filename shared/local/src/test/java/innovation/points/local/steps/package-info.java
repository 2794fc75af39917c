@NullMarked
package innovation.points.local.steps;

import org.jspecify.annotations.NullMarked;
