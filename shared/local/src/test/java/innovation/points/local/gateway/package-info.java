@NullMarked
package innovation.points.local.gateway;

import org.jspecify.annotations.NullMarked;
