/** The cast of the sample zone: enterprises that each show one rule. */
@NullMarked
package innovation.points.acceptance.samplezone.part;

import org.jspecify.annotations.NullMarked;
