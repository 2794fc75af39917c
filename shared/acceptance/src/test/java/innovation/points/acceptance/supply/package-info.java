/**
 * What the jars are made of: the lock of every artefact, the bills of materials, the same bytes.
 */
@NullMarked
package innovation.points.acceptance.supply;

import org.jspecify.annotations.NullMarked;
