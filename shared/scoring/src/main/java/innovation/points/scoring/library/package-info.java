/**
 * Loads rulebooks: those that come with the system by name, any other from its text, provided that
 * its attached cases hold.
 */
@NullMarked
package innovation.points.scoring.library;

import org.jspecify.annotations.NullMarked;
