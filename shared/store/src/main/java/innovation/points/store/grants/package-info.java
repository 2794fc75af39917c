/** What enterprises have granted banks to read, and how much banks may ask. */
@NullMarked
package innovation.points.store.grants;

import org.jspecify.annotations.NullMarked;
