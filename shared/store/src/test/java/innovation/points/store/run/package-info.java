@NullMarked
package innovation.points.store.run;

import org.jspecify.annotations.NullMarked;
