/** The catalogue of what departments report: datasets, their fields, and the rules for fields. */
@NullMarked
package innovation.points.datasets.catalogue;

import org.jspecify.annotations.NullMarked;
