@NullMarked
package innovation.points.upload;

import org.jspecify.annotations.NullMarked;
