/** The audit of an index, beside its generation; and the audit trail: who did what, in a chain. */
@NullMarked
package innovation.points.store.audit;

import org.jspecify.annotations.NullMarked;
