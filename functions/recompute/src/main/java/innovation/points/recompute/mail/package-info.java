/** Sends mails by the topic of the zone. */
@NullMarked
package innovation.points.recompute.mail;

import org.jspecify.annotations.NullMarked;
