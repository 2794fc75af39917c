/** The bureau publishes a year, or goes back to what it published before. */
@NullMarked
package innovation.points.desk.publication;

import org.jspecify.annotations.NullMarked;
