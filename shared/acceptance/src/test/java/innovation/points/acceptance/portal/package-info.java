/** The portal in a real browser, as each of the people who use it. */
@NullMarked
package innovation.points.acceptance.portal;

import org.jspecify.annotations.NullMarked;
