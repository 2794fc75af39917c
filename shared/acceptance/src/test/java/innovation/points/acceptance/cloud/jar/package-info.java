/** The packaged functions under Lambda's own runtime client. */
@NullMarked
package innovation.points.acceptance.cloud.jar;

import org.jspecify.annotations.NullMarked;
