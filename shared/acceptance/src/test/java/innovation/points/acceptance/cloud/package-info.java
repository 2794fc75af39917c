/** A zone on the engines of the tests and on LocalStack, with the rights of the template. */
@NullMarked
package innovation.points.acceptance.cloud;

import org.jspecify.annotations.NullMarked;
