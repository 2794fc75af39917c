/** Questions about enterprises, and the letters that state a score. */
@NullMarked
package innovation.points.store.questions;

import org.jspecify.annotations.NullMarked;
