/** Tables in text files: CSV in any encoding, HTML. */
@NullMarked
package innovation.points.datasets.reading.container.text;

import org.jspecify.annotations.NullMarked;
