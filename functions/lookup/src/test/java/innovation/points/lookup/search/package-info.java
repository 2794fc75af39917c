@NullMarked
package innovation.points.lookup.search;

import org.jspecify.annotations.NullMarked;
