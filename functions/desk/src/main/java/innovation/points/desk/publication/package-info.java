/** Publication of a year, and reverting to an earlier publication. */
@NullMarked
package innovation.points.desk.publication;

import org.jspecify.annotations.NullMarked;
