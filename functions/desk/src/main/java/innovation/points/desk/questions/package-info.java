/** Questions about enterprises: asking them, what is done with them, and reading them. */
@NullMarked
package innovation.points.desk.questions;

import org.jspecify.annotations.NullMarked;
