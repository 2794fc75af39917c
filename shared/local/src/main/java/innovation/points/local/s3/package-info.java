/** The bucket: S3Proxy's front end over a versioned store of our own. */
@NullMarked
package innovation.points.local.s3;

import org.jspecify.annotations.NullMarked;
