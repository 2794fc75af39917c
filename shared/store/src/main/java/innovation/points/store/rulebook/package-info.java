/** Rulebooks that came as files, and which one a year is scored by. */
@NullMarked
package innovation.points.store.rulebook;

import org.jspecify.annotations.NullMarked;
