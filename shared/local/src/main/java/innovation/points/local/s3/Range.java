package innovation.points.local.s3;

import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkRequests;
import org.jspecify.annotations.Nullable;

/**
 * A range of an object's bytes.
 *
 * @param first counted from 0
 * @param last inclusive
 */
record Range(long first, long last) {

  private static final int NOT_SATISFIABLE = 416;

  /** Null where the whole object is requested; throws 416 where the range is empty. */
  static @Nullable Range of(@Nullable String header, long size) {
    SdkRequests.ByteRange asked = SdkRequests.parseRange(header);
    if (asked == null) {
      return null;
    }
    Long from = asked.first();
    Long to = asked.last();
    long first = from != null ? from : Math.max(0, size - (to == null ? 0 : to));
    long last = from == null || to == null ? size - 1 : Math.min(to, size - 1);
    if (first >= size || first > last) {
      throw S3Exceptions.fromStatusCode(NOT_SATISFIABLE);
    }
    return new Range(first, last);
  }

  long length() {
    return last - first + 1;
  }

  String header(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }

  InputStream read(FileChannel channel) throws IOException {
    channel.position(first);
    return ByteStreams.limit(Channels.newInputStream(channel), length());
  }
}
