/**
 * Results: drafts, generations, ranking pages, the pointers that publish a year, and the runs that
 * make generations.
 */
@NullMarked
package innovation.points.store.scores;

import org.jspecify.annotations.NullMarked;
