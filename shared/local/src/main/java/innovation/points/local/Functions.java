package innovation.points.local;

import innovation.points.desk.DeskHandler;
import innovation.points.desk.DeskSettings;
import innovation.points.ingest.IngestHandler;
import innovation.points.ingest.IngestSettings;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.s3.LocalS3;
import innovation.points.lookup.LookupHandler;
import innovation.points.lookup.LookupSettings;
import innovation.points.person.FourEyes;
import innovation.points.portal.PortalHandler;
import innovation.points.portal.PortalSettings;
import innovation.points.recompute.RecomputeHandler;
import innovation.points.recompute.RecomputeSettings;
import innovation.points.score.ScoreHandler;
import innovation.points.score.ScoreSettings;
import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.store.mail.MailTopic;
import innovation.points.upload.UploadHandler;
import innovation.points.upload.UploadSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The seven functions with their local collaborators; timeouts as in the template. */
final class Functions {

  private static final String FACTS = LocalDynamoDb.FACTS;
  private static final String SCORES = LocalDynamoDb.SCORES;
  private static final String UPLOADS = LocalDynamoDb.UPLOADS;

  private final DynamoDbClient tables;

  /** For the functions that work in the background. */
  private final DynamoDbClient inTurn;

  private final S3Client bucket;
  private final LocalS3 s3;
  private final InstantSource clock;
  private final FourEyes fourEyes;
  private final Disclosure disclosure;
  private final String origin;
  private final MailTopic mails;
  private final FunctionLogs logs;
  private final BiConsumer<String, Duration> queue;

  Functions(
      DynamoDbClient tables,
      DynamoDbClient inTurn,
      S3Client bucket,
      LocalS3 s3,
      InstantSource clock,
      FourEyes fourEyes,
      Disclosure disclosure,
      String origin,
      MailTopic mails,
      FunctionLogs logs,
      BiConsumer<String, Duration> queue) {
    this.tables = tables;
    this.inTurn = inTurn;
    this.bucket = bucket;
    this.s3 = s3;
    this.clock = clock;
    this.fourEyes = fourEyes;
    this.disclosure = disclosure;
    this.origin = origin;
    this.mails = mails;
    this.logs = logs;
    this.queue = queue;
  }

  /** The functions by the names of their folders. */
  Map<String, LocalFunction> byName() {
    return Stream.of(upload(), ingest(), score(), recompute(), desk(), lookup(), portal())
        .collect(Collectors.toMap(LocalFunction::name, Function.identity()));
  }

  private LocalFunction upload() {
    return LocalFunction.of(
        "upload",
        Duration.ofSeconds(29),
        clock,
        logs.of("upload"),
        new UploadHandler(
            tables,
            bucket,
            s3.presigner(),
            clock,
            new UploadSettings(LocalStack.BUCKET, UPLOADS, SCORES).disclosing(disclosure)));
  }

  private LocalFunction ingest() {
    return LocalFunction.of(
        "ingest",
        Duration.ofMinutes(5),
        clock,
        logs.of("ingest"),
        new IngestHandler(
            inTurn,
            bucket,
            clock,
            new IngestSettings(LocalStack.BUCKET, FACTS, UPLOADS, SCORES),
            queue));
  }

  private LocalFunction score() {
    return LocalFunction.of(
        "score",
        Duration.ofMinutes(5),
        clock,
        logs.of("score"),
        new ScoreHandler(inTurn, clock, new ScoreSettings(FACTS, SCORES), Rulebooks.builtIn()));
  }

  private LocalFunction recompute() {
    return LocalFunction.of(
        "recompute",
        Duration.ofMinutes(15),
        clock,
        logs.of("recompute"),
        new RecomputeHandler(
            inTurn,
            bucket,
            LocalStack.BUCKET,
            mails,
            clock,
            new RecomputeSettings(FACTS, SCORES, UPLOADS, fourEyes),
            Rulebooks.builtIn()));
  }

  private LocalFunction desk() {
    return LocalFunction.of(
        "desk",
        Duration.ofSeconds(29),
        clock,
        logs.of("desk"),
        new DeskHandler(
            tables,
            bucket,
            s3.presigner(),
            clock,
            new DeskSettings(LocalStack.BUCKET, FACTS, SCORES, UPLOADS, fourEyes)
                .at(origin)
                .disclosing(disclosure),
            Rulebooks.builtIn()));
  }

  private LocalFunction lookup() {
    return LocalFunction.of(
        "lookup",
        Duration.ofSeconds(29),
        clock,
        logs.of("lookup"),
        new LookupHandler(
            tables,
            clock,
            new LookupSettings(FACTS, SCORES, UPLOADS).disclosing(disclosure).at(origin)));
  }

  private LocalFunction portal() {
    return LocalFunction.of(
        "portal",
        Duration.ofSeconds(10),
        clock,
        logs.of("portal"),
        new PortalHandler(PortalSettings.local(s3.endpoint())));
  }
}
