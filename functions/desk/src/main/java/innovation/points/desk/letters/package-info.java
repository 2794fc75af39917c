/** Reference letters on published scores. */
@NullMarked
package innovation.points.desk.letters;

import org.jspecify.annotations.NullMarked;
