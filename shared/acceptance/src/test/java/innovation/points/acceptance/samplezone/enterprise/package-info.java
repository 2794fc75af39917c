/** The enterprises of the sample zone and their figures. */
@NullMarked
package innovation.points.acceptance.samplezone.enterprise;

import org.jspecify.annotations.NullMarked;
