/** The datasets, their schemas and templates. */
@NullMarked
package innovation.points.upload.templates;

import org.jspecify.annotations.NullMarked;
