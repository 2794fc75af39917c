/** Tests of the repository: architecture and documents. */
@NullMarked
package innovation.points.acceptance.house;

import org.jspecify.annotations.NullMarked;
