package innovation.points.upload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.bucket.Links;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.repeat.Repeats;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.CursorKey;
import innovation.points.store.table.Patience;
import innovation.points.store.table.Unavailability;
import innovation.points.store.uploads.Rebuilds;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.upload.announce.AnnouncementEndpoint;
import innovation.points.upload.decide.ConfirmationEndpoint;
import innovation.points.upload.decide.MappingStore;
import innovation.points.upload.decide.MappingsEndpoint;
import innovation.points.upload.decide.WithdrawalEndpoint;
import innovation.points.upload.rebuild.RebuildsEndpoint;
import innovation.points.upload.selfreport.EvidenceEndpoint;
import innovation.points.upload.selfreport.FigureVerificationEndpoint;
import innovation.points.upload.selfreport.SelfReportEndpoint;
import innovation.points.upload.status.ContentsEndpoint;
import innovation.points.upload.status.ReportEndpoint;
import innovation.points.upload.status.UploadsEndpoint;
import innovation.points.upload.status.VisibleUploads;
import innovation.points.upload.status.WholeYears;
import innovation.points.upload.status.YearDownloadEndpoint;
import innovation.points.upload.templates.DatasetsEndpoint;
import innovation.points.web.access.Issuer;
import innovation.points.web.http.Cursors;
import innovation.points.web.route.Api;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Witness;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Serves the datasets and templates, signs the upload of one file, and reports its status (contract
 * §3). Thread-safe.
 */
public final class UploadHandler implements RequestStreamHandler {

  private final UploadsTable uploads;
  private final Api api;

  /** For Lambda: everything from the environment. */
  public UploadHandler() {
    this(Patience.INTERACTIVE.http());
    warmUp();
  }

  /** One HTTP client for both: each would load the certificates again. */
  private UploadHandler(SdkHttpClient http) {
    this(
        DynamoDbClient.builder()
            .httpClient(http)
            .overrideConfiguration(Patience.INTERACTIVE.limits())
            .build(),
        S3Client.builder()
            .httpClient(http)
            .overrideConfiguration(Patience.INTERACTIVE.limits())
            .build(),
        S3Presigner.create(),
        InstantSource.system(),
        UploadSettings.of(System.getenv()));
  }

  /** For tests and the local stack. */
  public UploadHandler(
      DynamoDbClient client,
      S3Client s3,
      S3Presigner presigner,
      InstantSource clock,
      UploadSettings settings) {
    var trail = new AuditTrail(client, settings.scoresTable(), clock);
    var links = new Links(presigner, settings.bucket());
    this.uploads = new UploadsTable(client, settings.uploadsTable());
    var zone = new Settings(client, settings.scoresTable());
    var datasets = new DatasetsEndpoint(zone::catalogue);
    var announcements = new AnnouncementEndpoint(zone, uploads, links, trail, clock);
    var cursors = new Cursors(new CursorKey(client, settings.scoresTable()));
    var found = new UploadsEndpoint(zone, uploads, links, cursors);
    var visible = new VisibleUploads(uploads);
    var kept = new MappingStore(s3, settings.bucket());
    var confirmations = new ConfirmationEndpoint(zone, visible, kept, s3, settings.bucket(), clock);
    var withdrawals = new WithdrawalEndpoint(visible, uploads, trail, s3, settings.bucket(), clock);
    var mappings = new MappingsEndpoint(zone, kept, trail);
    var contents = ContentsEndpoint.of(zone, uploads, s3, settings.bucket(), cursors);
    var selfReports =
        new SelfReportEndpoint(zone::catalogue, uploads, s3, settings.bucket(), trail, clock);
    var verifications =
        new FigureVerificationEndpoint(
            zone::catalogue, uploads, s3, settings.bucket(), trail, clock);
    var evidence =
        new EvidenceEndpoint(zone::catalogue, uploads, links, s3, settings.bucket(), trail);
    var publications = new Publications(client, settings.scoresTable());
    var whole = new WholeYears(publications, settings.disclosure());
    var years = new YearDownloadEndpoint(whole, links);
    var reports = new ReportEndpoint(whole, s3, settings.bucket(), links);
    var rebuilds =
        new RebuildsEndpoint(
            new Rebuilds(client, settings.uploadsTable()), trail, s3, settings.bucket(), clock);
    this.api =
        new Api(
            FunctionRoutes.of("upload")
                .with(
                    datasets,
                    announcements,
                    found,
                    contents,
                    confirmations,
                    withdrawals,
                    mappings,
                    years,
                    reports,
                    selfReports,
                    verifications,
                    evidence,
                    rebuilds)
                .repeatable(new Repeats(client, settings.scoresTable(), clock).memory())
                .latest(() -> publications.all().stream().mapToInt(Pointer::year).findFirst())
                .all(),
            new Issuer(
                settings.roleClaim(),
                zone::isDepartment,
                zone.banks(() -> OfficialTime.day(clock.instant()))),
            new Witness(trail::refused, trail::exported),
            Unavailability::causes);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    api.handle(event, answer, context);
  }

  /** The same, for an event that has been read. */
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return api.handle(event, context);
  }

  /** Loads and connects what every request needs, so that a snapshot of the process has it. */
  private void warmUp() {
    try {
      uploads.get("none");
    } catch (SdkException _) {
      // The first request will report the fault; a cold start must not fail because of it.
    }
  }
}
