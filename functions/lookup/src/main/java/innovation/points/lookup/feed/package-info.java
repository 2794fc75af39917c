/** What followers are told of: publications, corrections, rulebooks. */
@NullMarked
package innovation.points.lookup.feed;

import org.jspecify.annotations.NullMarked;
