/** What people decide about a published year: publication, objections, letters. */
@NullMarked
package innovation.points.recompute.desk;

import org.jspecify.annotations.NullMarked;
