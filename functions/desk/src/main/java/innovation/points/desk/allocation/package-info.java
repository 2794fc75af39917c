/** Payment lists: money by rank and the rulebook's rewards, by four eyes. */
@NullMarked
package innovation.points.desk.allocation;

import org.jspecify.annotations.NullMarked;
