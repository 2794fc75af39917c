/** What became of an upload, and the files made from it. */
@NullMarked
package innovation.points.upload.status;

import org.jspecify.annotations.NullMarked;
