/** Tests of the portal in a real browser, as each kind of user. */
@NullMarked
package innovation.points.acceptance.portal;

import org.jspecify.annotations.NullMarked;
