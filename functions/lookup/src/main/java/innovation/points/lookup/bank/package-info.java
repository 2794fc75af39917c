/** What a bank reads: what enterprises have granted it, so often as its quota allows. */
@NullMarked
package innovation.points.lookup.bank;

import org.jspecify.annotations.NullMarked;
