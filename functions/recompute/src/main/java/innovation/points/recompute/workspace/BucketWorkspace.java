package innovation.points.recompute.workspace;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A prefix of the bucket, for steps on different machines; the bucket's lifecycle clears it. Files
 * pass through the disk: a stream that is read slowly would be cut off by S3, and one that is
 * written has to tell its length first.
 */
public final class BucketWorkspace implements Workspace {

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  /**
   * The workspace of a run.
   *
   * @param prefix ends in a slash
   */
  public BucketWorkspace(S3Client client, String bucket, String prefix) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  @Override
  public OutputStream create(String name) throws IOException {
    Path file = Files.createTempFile("step", null);
    return new Upload(Files.newOutputStream(file), file, prefix + name);
  }

  @Override
  public InputStream open(String name) throws IOException {
    Path file = Files.createTempFile("step", null);
    // An object is not written over a file that is there.
    Files.delete(file);
    client.getObject(get -> get.bucket(bucket).key(prefix + name), file);
    return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
  }

  private final class Upload extends FilterOutputStream {

    private final Path file;
    private final String key;
    private boolean closed;

    Upload(OutputStream out, Path file, String key) {
      super(out);
      this.file = file;
      this.key = key;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      super.close();
      try {
        client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromFile(file));
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }
}
