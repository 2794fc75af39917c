/** What an officer should know of the index, in sentences with what to do (四(二)). */
@NullMarked
package innovation.points.scoring.diagnostics.finding;

import org.jspecify.annotations.NullMarked;
