/** Enterprises by name, pinyin, initials or code. */
@NullMarked
package innovation.points.lookup.search;

import org.jspecify.annotations.NullMarked;
