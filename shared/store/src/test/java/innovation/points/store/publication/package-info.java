@NullMarked
package innovation.points.store.publication;

import org.jspecify.annotations.NullMarked;
