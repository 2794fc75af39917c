/** The rules that the sample zone must show, with tests. */
@NullMarked
package innovation.points.acceptance.samplezone.coverage;

import org.jspecify.annotations.NullMarked;
