/** Writes what was found in a file: for programs, and as the same file with two more columns. */
@NullMarked
package innovation.points.datasets.report;

import org.jspecify.annotations.NullMarked;
