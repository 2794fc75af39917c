/** Tests of the template as SAM transforms it and an emulator of AWS makes it. */
@NullMarked
package innovation.points.acceptance.cloud.emulated;

import org.jspecify.annotations.NullMarked;
