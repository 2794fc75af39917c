/** Checks a file row by row and says which rows are taken. */
@NullMarked
package innovation.points.datasets.checking;

import org.jspecify.annotations.NullMarked;
