/** Orders for rebuilds of the tables. */
@NullMarked
package innovation.points.upload.rebuild;

import org.jspecify.annotations.NullMarked;
