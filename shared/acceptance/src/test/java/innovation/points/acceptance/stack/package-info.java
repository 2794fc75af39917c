/** The whole system through the local stack, over HTTP and S3. */
@NullMarked
package innovation.points.acceptance.stack;

import org.jspecify.annotations.NullMarked;
