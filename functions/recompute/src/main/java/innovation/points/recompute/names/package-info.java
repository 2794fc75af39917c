/** The names of the ranked enterprises, made ready to be found. */
@NullMarked
package innovation.points.recompute.names;

import org.jspecify.annotations.NullMarked;
