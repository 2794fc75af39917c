@NullMarked
package innovation.points.local.cloud;

import org.jspecify.annotations.NullMarked;
