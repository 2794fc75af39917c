/** Templates for departments to fill in. */
@NullMarked
package innovation.points.datasets.template;

import org.jspecify.annotations.NullMarked;
