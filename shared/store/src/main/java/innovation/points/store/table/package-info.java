/** What all tables share: their shapes, batches of writes, packed documents, lists in pages. */
@NullMarked
package innovation.points.store.table;

import org.jspecify.annotations.NullMarked;
