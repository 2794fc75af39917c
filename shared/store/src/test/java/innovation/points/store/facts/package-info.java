@NullMarked
package innovation.points.store.facts;

import org.jspecify.annotations.NullMarked;
