/** Lists by which money is paid: asked for by one person, approved by another. */
@NullMarked
package innovation.points.store.payment;

import org.jspecify.annotations.NullMarked;
