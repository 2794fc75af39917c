/**
 * The facts of an enterprise: values of fields by year, with the rows of the files they came from.
 */
@NullMarked
package innovation.points.scoring.facts;

import org.jspecify.annotations.NullMarked;
