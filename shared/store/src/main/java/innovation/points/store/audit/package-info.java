/** The audit of an index, beside its generation. */
@NullMarked
package innovation.points.store.audit;

import org.jspecify.annotations.NullMarked;
