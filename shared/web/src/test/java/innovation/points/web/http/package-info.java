@NullMarked
package innovation.points.web.http;

import org.jspecify.annotations.NullMarked;
