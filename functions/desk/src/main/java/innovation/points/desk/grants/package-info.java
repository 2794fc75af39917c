/** What enterprises let banks read. */
@NullMarked
package innovation.points.desk.grants;

import org.jspecify.annotations.NullMarked;
