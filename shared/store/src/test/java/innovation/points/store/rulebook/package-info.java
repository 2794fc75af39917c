@NullMarked
package innovation.points.store.rulebook;

import org.jspecify.annotations.NullMarked;
