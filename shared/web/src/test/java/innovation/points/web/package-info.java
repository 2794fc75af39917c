@NullMarked
package innovation.points.web;

import org.jspecify.annotations.NullMarked;
