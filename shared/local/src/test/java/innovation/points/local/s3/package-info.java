@NullMarked
package innovation.points.local.s3;

import org.jspecify.annotations.NullMarked;
