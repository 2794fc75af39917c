/** The bucket: S3Proxy in front of our own versioned store. */
@NullMarked
package innovation.points.local.s3;

import org.jspecify.annotations.NullMarked;
