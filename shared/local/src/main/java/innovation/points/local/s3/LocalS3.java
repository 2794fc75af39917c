package innovation.points.local.s3;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * An S3 server on 127.0.0.1 with one versioned bucket: verified V4 signatures, presigned URLs,
 * checksums, multipart uploads, CORS for pages served from this machine and one more origin.
 */
public final class LocalS3 implements AutoCloseable {

  public static final String ACCESS_KEY_ID = "local";
  public static final String SECRET_ACCESS_KEY = "local-secret";
  public static final Region REGION = Region.CN_NORTH_1;

  private static final String HOST = "127.0.0.1";
  private static final String HERE = "https?://(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]+)?";

  private final @Nullable FileSystem memory;
  private final VersionedBlobStore store;
  private final S3Proxy proxy;
  private final URI endpoint;
  private final S3Client client;
  private final S3Presigner presigner;

  /**
   * Starts the server.
   *
   * @param folder that keeps versions for the next process; null: in memory
   * @param port 0 for any free port
   * @param listener notified of each change after it has happened, on the request's thread
   */
  public LocalS3(
      @Nullable Path folder, int port, InstantSource clock, Consumer<BucketChange> listener) {
    this(folder, port, clock, listener, null, _ -> Optional.empty());
  }

  /**
   * Starts the server, also for pages of another origin.
   *
   * @param origin of another web application whose pages may use presigned addresses; null: none
   * @param full says why so many bytes cannot be written; empty where they can
   */
  public LocalS3(
      @Nullable Path folder,
      int port,
      InstantSource clock,
      Consumer<BucketChange> listener,
      @Nullable String origin,
      LongFunction<Optional<String>> full) {
    try {
      memory = folder == null ? Jimfs.newFileSystem(Configuration.unix()) : null;
      Path root =
          Files.createDirectories(
              memory == null ? Objects.requireNonNull(folder) : memory.getPath("/s3"));
      store = new VersionedBlobStore(root, clock, listener);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    proxy =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://" + HOST + ":" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY_ID, SECRET_ACCESS_KEY)
            .corsRules(
                new CrossOriginResourceSharing(
                    origin == null ? List.of(HERE) : List.of(HERE, Pattern.quote(origin)),
                    List.of("GET", "HEAD", "PUT"),
                    List.of("*"),
                    List.of("ETag", "x-amz-version-id"),
                    ""))
            .ignoreUnknownHeaders(true)
            .stopTimeout(500)
            .build();
    addFilters(full);
    start();
    endpoint = URI.create("http://" + HOST + ":" + proxy.getPort());
    client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(REGION)
            .credentialsProvider(credentials())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .forcePathStyle(true)
            // The JDK keeps connections for the whole process and repeats a request that fails on
            // one that an earlier server on this port has closed.
            .overrideConfiguration(override -> override.putHeader("Connection", "close"))
            .build();
    presigner =
        S3Presigner.builder()
            .endpointOverride(endpoint)
            .region(REGION)
            .credentialsProvider(credentials())
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build();
  }

  public static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(ACCESS_KEY_ID, SECRET_ACCESS_KEY));
  }

  /** Creates the bucket unless it exists; true where it is new. */
  public boolean ensureBucket(String name) {
    if (store.containerExists(name)) {
      return false;
    }
    store.createContainer(name);
    return true;
  }

  /** The newest change of every key ever written under a prefix, to be announced again. */
  public List<BucketChange> latestChanges(String bucket, String prefix) {
    return store.bucket(bucket).latestChanges(prefix);
  }

  public URI endpoint() {
    return endpoint;
  }

  /** A client over HTTP with the server's own credentials. */
  public S3Client client() {
    return client;
  }

  public S3Presigner presigner() {
    return presigner;
  }

  /**
   * Adds the filter by reflection: S3Proxy does not expose its server and has no hook for filters.
   */
  private void addFilters(LongFunction<Optional<String>> full) {
    try {
      var field = S3Proxy.class.getDeclaredField("server");
      field.setAccessible(true);
      var server = (Server) field.get(proxy);
      var context = Objects.requireNonNull(server.getDescendant(ServletContextHandler.class));
      for (HttpFilter filter :
          List.of(
              new FormTypes(),
              new WholeRequests(),
              new FullDisk(full),
              new FirstWrites(store),
              new MillisecondTimes(store))) {
        context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("S3Proxy has changed inside", e);
    }
  }

  private void start() {
    try {
      proxy.start();
    } catch (Exception e) {
      throw new IllegalStateException(
          "S3 服务未能启动（%s），请用 LOCAL_S3_PORT 另选端口，0 为任意空闲端口".formatted(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    client.close();
    presigner.close();
    try {
      stop();
      if (memory != null) {
        memory.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("S3 服务未能正常停止：" + e.getMessage(), e);
    }
  }

  private void stop() throws Exception {
    try {
      proxy.stop();
    } catch (TimeoutException e) {
      // Clients keep their connections open; every answered request is durable, so nothing is lost.
      return;
    }
  }
}
