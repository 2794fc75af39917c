/** The state machine of the yearly run, executed as Step Functions does. */
@NullMarked
package innovation.points.local.steps;

import org.jspecify.annotations.NullMarked;
