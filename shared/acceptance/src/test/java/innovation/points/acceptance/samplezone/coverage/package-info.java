/** What the sample zone must show, and whether it does. */
@NullMarked
package innovation.points.acceptance.samplezone.coverage;

import org.jspecify.annotations.NullMarked;
