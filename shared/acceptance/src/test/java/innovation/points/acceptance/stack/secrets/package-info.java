/** What all public answers together tell of what is secret. */
@NullMarked
package innovation.points.acceptance.stack.secrets;

import org.jspecify.annotations.NullMarked;
