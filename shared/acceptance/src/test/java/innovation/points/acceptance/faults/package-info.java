/** The whole system while calls, events and processes are lost: what must hold all the same. */
@NullMarked
package innovation.points.acceptance.faults;

import org.jspecify.annotations.NullMarked;
