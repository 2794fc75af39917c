/** The forms that departments fill in, as files. */
@NullMarked
package innovation.points.acceptance.samplezone.form;

import org.jspecify.annotations.NullMarked;
