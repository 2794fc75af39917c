/** What is told by mail: kept with what it tells, and sent afterwards. */
@NullMarked
package innovation.points.store.mail;

import org.jspecify.annotations.NullMarked;
