/** The index by which enterprises are found by their names: written by runs, read by search. */
@NullMarked
package innovation.points.store.names;

import org.jspecify.annotations.NullMarked;
