/** The state machine of the yearly run, walked as Step Functions does. */
@NullMarked
package innovation.points.local.steps;

import org.jspecify.annotations.NullMarked;
