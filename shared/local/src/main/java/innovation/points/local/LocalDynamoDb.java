package innovation.points.local;

import innovation.points.store.table.TableShapes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * The three tables on DynamoDB Local, inside this process: in memory, or in a file that survives
 * the process. With a port it is reachable from other programs, on 127.0.0.1 only.
 */
public final class LocalDynamoDb implements AutoCloseable {

  public static final String FACTS = "facts";
  public static final String SCORES = "scores";
  public static final String UPLOADS = "uploads";

  private static final String HOST = "127.0.0.1";
  private static final Region REGION = Region.US_WEST_2;

  /** The file name used by the engine's server; the embedded engine is set to the same. */
  private static final String FILE = "shared-local-instance.db";

  private final Engine engine;
  private final DynamoDbClient client;
  private final DynamoDbClient inTurn;

  /** The engine that holds the tables. */
  private sealed interface Engine {
    DynamoDbClient tables();

    DynamoDbStreamsClient streams();

    void stop();
  }

  /**
   * Starts the engine and creates the missing tables.
   *
   * @param folder where the tables are kept for the next process; null: in memory
   * @param port 0 for any free port; null: not reachable from other programs
   */
  public LocalDynamoDb(@Nullable Path folder, @Nullable Integer port) {
    if (folder != null) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    engine = port == null ? new Embedded(folder) : new Reachable(folder, port);
    client = ShortPages.of(engine.tables());
    inTurn = Turns.of(client);
    create(TableShapes.facts(FACTS));
    create(TableShapes.scores(SCORES));
    create(TableShapes.uploads(UPLOADS));
  }

  private void create(CreateTableRequest table) {
    try {
      client().createTable(table);
    } catch (ResourceInUseException e) {
      // The table exists from an earlier process.
    }
  }

  public DynamoDbClient client() {
    return client;
  }

  /** A client of one's own for tables at an address: only its HTTP is to be said. */
  public static DynamoDbClientBuilder clientAt(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(credentials());
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }

  /** The same, whose requests come one at a time. */
  DynamoDbClient inTurn() {
    return inTurn;
  }

  public DynamoDbStreamsClient streams() {
    return engine.streams();
  }

  /** The address for other programs, if a port was requested. */
  public Optional<URI> endpoint() {
    return engine instanceof Reachable reachable
        ? Optional.of(reachable.endpoint)
        : Optional.empty();
  }

  public String streamOf(String table) {
    return Objects.requireNonNull(
        client().describeTable(r -> r.tableName(table)).table().latestStreamArn());
  }

  @Override
  public void close() {
    engine.stop();
  }

  private static final class Embedded implements Engine {

    private static final boolean NO_TELEMETRY = true;

    private final AmazonDynamoDBLocal local;

    Embedded(@Nullable Path folder) {
      local =
          folder == null
              ? DynamoDBEmbedded.create(NO_TELEMETRY)
              : DynamoDBEmbedded.create(folder.resolve(FILE).toFile(), NO_TELEMETRY);
    }

    @Override
    public DynamoDbClient tables() {
      return local.dynamoDbClient();
    }

    @Override
    public DynamoDbStreamsClient streams() {
      return local.dynamoDbStreamsClient();
    }

    @Override
    public void stop() {
      local.shutdown();
    }
  }

  /** The engine's HTTP handler on our own connector: the engine's server binds every interface. */
  private static final class Reachable implements Engine {

    private final Server server = new Server();
    private final LocalDynamoDBRequestHandler handler;
    private final URI endpoint;
    private final DynamoDbClient tables;
    private final DynamoDbStreamsClient streams;

    Reachable(@Nullable Path folder, int port) {
      var connector = new ServerConnector(server);
      connector.setHost(HOST);
      connector.setPort(port);
      server.addConnector(connector);
      handler =
          new LocalDynamoDBRequestHandler(
              0, folder == null, folder == null ? null : folder.toString(), true, false);
      server.setHandler(new LocalDynamoDBServerHandler(handler, null));
      try {
        server.start();
      } catch (Exception e) {
        throw new IllegalStateException("DynamoDB Local 未能启动：" + e.getMessage(), e);
      }
      endpoint = URI.create("http://" + HOST + ":" + connector.getLocalPort());
      tables = clientAt(endpoint).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
      streams =
          DynamoDbStreamsClient.builder()
              .endpointOverride(endpoint)
              .region(REGION)
              .credentialsProvider(credentials())
              .httpClientBuilder(UrlConnectionHttpClient.builder())
              .build();
    }

    @Override
    public DynamoDbClient tables() {
      return tables;
    }

    @Override
    public DynamoDbStreamsClient streams() {
      return streams;
    }

    @Override
    public void stop() {
      tables.close();
      streams.close();
      try {
        server.stop();
      } catch (Exception e) {
        throw new IllegalStateException("DynamoDB Local 未能正常停止：" + e.getMessage(), e);
      }
      handler.shutdown();
    }
  }
}
