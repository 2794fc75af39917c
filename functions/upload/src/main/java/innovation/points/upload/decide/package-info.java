/** What people say of files: that they are right as they will be read, or are to count no more. */
@NullMarked
package innovation.points.upload.decide;

import org.jspecify.annotations.NullMarked;
