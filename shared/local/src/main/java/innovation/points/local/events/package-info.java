/** Event delivery between bucket, tables and functions: a queue, streams and a schedule. */
@NullMarked
package innovation.points.local.events;

import org.jspecify.annotations.NullMarked;
