/** The whole system while calls, events and processes are lost. */
@NullMarked
package innovation.points.acceptance.faults;

import org.jspecify.annotations.NullMarked;
