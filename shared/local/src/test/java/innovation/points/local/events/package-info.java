@NullMarked
package innovation.points.local.events;

import org.jspecify.annotations.NullMarked;
