@NullMarked
package innovation.points.paper;

import org.jspecify.annotations.NullMarked;
