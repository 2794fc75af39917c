/** The HTTP API in front of the functions: routes, tokens, payload format 2.0. */
@NullMarked
package innovation.points.local.gateway;

import org.jspecify.annotations.NullMarked;
