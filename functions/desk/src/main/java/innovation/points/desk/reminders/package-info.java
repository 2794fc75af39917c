/** Reminding departments by hand (催报). */
@NullMarked
package innovation.points.desk.reminders;

import org.jspecify.annotations.NullMarked;
