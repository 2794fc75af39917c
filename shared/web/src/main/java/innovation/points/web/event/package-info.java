/**
 * What Lambda hands to a function and takes from it, as bytes: read and written without a binder.
 */
@NullMarked
package innovation.points.web.event;

import org.jspecify.annotations.NullMarked;
