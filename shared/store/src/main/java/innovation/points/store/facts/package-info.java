/** The facts table: what every file in force says of every enterprise, and who wins. */
@NullMarked
package innovation.points.store.facts;

import org.jspecify.annotations.NullMarked;
