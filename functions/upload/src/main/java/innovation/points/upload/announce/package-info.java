/** Hands out addresses to put files at. */
@NullMarked
package innovation.points.upload.announce;

import org.jspecify.annotations.NullMarked;
