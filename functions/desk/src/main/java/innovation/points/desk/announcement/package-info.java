/** The announced lists as papers: the announcement with its annex, and certificates. */
@NullMarked
package innovation.points.desk.announcement;

import org.jspecify.annotations.NullMarked;
