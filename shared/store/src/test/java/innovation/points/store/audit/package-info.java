@NullMarked
package innovation.points.store.audit;

import org.jspecify.annotations.NullMarked;
