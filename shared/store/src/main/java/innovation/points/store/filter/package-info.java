/** By what offices narrow their lists: park, grid and certificates. */
@NullMarked
package innovation.points.store.filter;

import org.jspecify.annotations.NullMarked;
