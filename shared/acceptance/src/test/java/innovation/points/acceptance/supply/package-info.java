/** Supply chain: the lock of every artefact, the bills of materials, reproducible jars. */
@NullMarked
package innovation.points.acceptance.supply;

import org.jspecify.annotations.NullMarked;
