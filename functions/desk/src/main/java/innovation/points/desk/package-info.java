/** Decisions and statements about a published year. */
@NullMarked
package innovation.points.desk;

import org.jspecify.annotations.NullMarked;
