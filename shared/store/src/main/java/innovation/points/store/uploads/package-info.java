/** The uploads table: which version of a key is in force, and what became of every upload. */
@NullMarked
package innovation.points.store.uploads;

import org.jspecify.annotations.NullMarked;
