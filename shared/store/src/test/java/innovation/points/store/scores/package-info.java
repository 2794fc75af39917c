@NullMarked
package innovation.points.store.scores;

import org.jspecify.annotations.NullMarked;
