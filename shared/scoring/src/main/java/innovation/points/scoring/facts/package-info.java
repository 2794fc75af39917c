/**
 * What is known of an enterprise: values of fields by year and the rows of files they came from.
 */
@NullMarked
package innovation.points.scoring.facts;

import org.jspecify.annotations.NullMarked;
