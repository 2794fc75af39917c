/** Objections during the notice period, and their answers. */
@NullMarked
package innovation.points.desk.objections;

import org.jspecify.annotations.NullMarked;
