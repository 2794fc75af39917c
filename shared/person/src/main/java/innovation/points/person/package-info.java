/** Who does what: the value that the web reads from a token and the store keeps with a decision. */
@NullMarked
package innovation.points.person;

import org.jspecify.annotations.NullMarked;
