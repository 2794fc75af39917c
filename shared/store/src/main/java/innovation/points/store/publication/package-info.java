/** Published years: the pointers, the ranking pages, the files of a year. */
@NullMarked
package innovation.points.store.publication;

import org.jspecify.annotations.NullMarked;
