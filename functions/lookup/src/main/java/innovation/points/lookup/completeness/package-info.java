/** What has been delivered and what is missing. */
@NullMarked
package innovation.points.lookup.completeness;

import org.jspecify.annotations.NullMarked;
