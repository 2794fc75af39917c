@NullMarked
package innovation.points.desk.letters;

import org.jspecify.annotations.NullMarked;
