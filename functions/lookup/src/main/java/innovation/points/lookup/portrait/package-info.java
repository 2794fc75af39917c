/** One enterprise in depth: its profile, its peers, its history, and simulations. */
@NullMarked
package innovation.points.lookup.portrait;

import org.jspecify.annotations.NullMarked;
