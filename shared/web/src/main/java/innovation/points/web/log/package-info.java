/** What the functions tell those who run them: lines of JSON, some of them with metrics. */
@NullMarked
package innovation.points.web.log;

import org.jspecify.annotations.NullMarked;
