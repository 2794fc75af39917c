/** What single pages of the portal do, in a real browser. */
@NullMarked
package innovation.points.acceptance.portal.pages;

import org.jspecify.annotations.NullMarked;
