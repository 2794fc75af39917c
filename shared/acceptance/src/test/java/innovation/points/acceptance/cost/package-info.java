/** What the system uses of the cloud, measured, and what that costs by a file of prices. */
@NullMarked
package innovation.points.acceptance.cost;

import org.jspecify.annotations.NullMarked;
