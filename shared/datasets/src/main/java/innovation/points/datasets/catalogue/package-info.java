/** What departments deliver: datasets, their fields, and what is true of a field. */
@NullMarked
package innovation.points.datasets.catalogue;

import org.jspecify.annotations.NullMarked;
