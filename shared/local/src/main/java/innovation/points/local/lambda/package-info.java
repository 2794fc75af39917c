/** Runs handlers as the Lambda runtime does: bytes in, bytes out, with a context and a deadline. */
@NullMarked
package innovation.points.local.lambda;

import org.jspecify.annotations.NullMarked;
