/** Figures that an enterprise reports itself. */
@NullMarked
package innovation.points.upload.selfreport;

import org.jspecify.annotations.NullMarked;
