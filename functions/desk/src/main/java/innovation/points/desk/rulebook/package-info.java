/** The life of a rulebook: draft, submitted, approved, in force from its date, withdrawn. */
@NullMarked
package innovation.points.desk.rulebook;

import org.jspecify.annotations.NullMarked;
