/** What departments owe, and how they are reminded of it (催报). */
@NullMarked
package innovation.points.store.reminders;

import org.jspecify.annotations.NullMarked;
