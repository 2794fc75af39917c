/**
 * What offices read of a year: all scores, differences, rewards, payments, the audit of the index.
 */
@NullMarked
package innovation.points.lookup.office;

import org.jspecify.annotations.NullMarked;
