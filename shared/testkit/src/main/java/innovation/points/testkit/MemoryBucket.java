package innovation.points.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket in memory for functions that put and get whole objects: no server, no versions. Where
 * those matter, use {@link TestBucket}. Thread-safe.
 */
public final class MemoryBucket implements S3Client {

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private volatile Predicate<String> refused = _ -> false;

  /** The keys that hold an object, in order. */
  public NavigableSet<String> keys() {
    return new TreeSet<>(objects.keySet());
  }

  /** From now on refuses to put these keys. */
  public void refuse(Predicate<String> keys) {
    refused = keys;
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    if (refused.test(request.key())) {
      throw S3Exception.builder().message("cannot put " + request.key()).statusCode(500).build();
    }
    try (var content = body.contentStreamProvider().newStream()) {
      objects.put(request.key(), content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PutObjectResponse.builder().build();
  }

  @Override
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    byte[] content = objects.get(request.key());
    if (content == null) {
      throw NoSuchKeyException.builder().message("no object " + request.key()).build();
    }
    try {
      return transformer.transform(
          GetObjectResponse.builder().contentLength((long) content.length).build(),
          AbortableInputStream.create(new ByteArrayInputStream(content)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String serviceName() {
    return "s3";
  }

  @Override
  public void close() {
    objects.clear();
  }
}
