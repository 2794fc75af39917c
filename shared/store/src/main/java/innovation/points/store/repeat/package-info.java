/** Calls that may be repeated. */
@NullMarked
package innovation.points.store.repeat;

import org.jspecify.annotations.NullMarked;
