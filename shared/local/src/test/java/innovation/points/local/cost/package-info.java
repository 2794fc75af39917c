/** What the system uses of the cloud, measured, and what that costs by a file of prices. */
@NullMarked
package innovation.points.local.cost;

import org.jspecify.annotations.NullMarked;
