/**
 * Rulebooks by name and by text: those that come with the system, and any other, once its attached
 * cases hold.
 */
@NullMarked
package innovation.points.scoring.library;

import org.jspecify.annotations.NullMarked;
