@NullMarked
package innovation.points.store.settings;

import org.jspecify.annotations.NullMarked;
