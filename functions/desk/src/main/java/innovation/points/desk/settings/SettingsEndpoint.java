package innovation.points.desk.settings;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.person.FourEyes;
import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.settings.DepartmentList;
import innovation.points.store.settings.Holidays;
import innovation.points.store.settings.Setting;
import innovation.points.store.settings.Setting.InForce;
import innovation.points.store.settings.Setting.Proposal;
import innovation.points.store.settings.SettingFile;
import innovation.points.store.settings.Settings;
import innovation.points.store.settings.YearForm;
import innovation.points.store.settings.ZoneDataset;
import innovation.points.store.table.StoredJson;
import innovation.points.web.access.Role;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * {@code GET} and {@code PUT /v1/settings/{file}}, {@code …/holidays/{file}}, {@code
 * …/datasets/{file}}, {@code …/catalogue/{year}/{file}}: the files of {@code settings/}. The bureau
 * puts a content, which waits; an approver puts the same content, and it is in force. Whoever puts
 * the content in force takes the proposal back.
 */
public final class SettingsEndpoint implements Calls {

  private static final String PREFIX = "/v1/settings/";
  private static final int ATTEMPTS = 5;

  private final Settings settings;
  private final AuditTrail trail;
  private final S3Client s3;
  private final String bucket;
  private final FourEyes fourEyes;
  private final InstantSource clock;

  /**
   * A setting.
   *
   * @param value in force
   * @param version of the object in the bucket; null, with the persons and the time, as long as
   *     nobody has set it
   * @param proposal null where none waits
   */
  record View(
      String key,
      JsonNode value,
      @Nullable String version,
      @Nullable Person proposedBy,
      @Nullable Person approvedBy,
      @Nullable Instant since,
      @Nullable ProposalView proposal) {}

  record ProposalView(JsonNode value, Person by, Instant at) {}

  public SettingsEndpoint(
      Settings settings,
      AuditTrail trail,
      S3Client s3,
      String bucket,
      FourEyes fourEyes,
      InstantSource clock) {
    this.settings = settings;
    this.trail = trail;
    this.s3 = s3;
    this.bucket = bucket;
    this.fourEyes = fourEyes;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/settings/{file}", this::get)
        .put("/v1/settings/{file}", this::put)
        .get("/v1/settings/holidays/{file}", this::get)
        .put("/v1/settings/holidays/{file}", this::put)
        .get("/v1/settings/datasets/{file}", this::get)
        .put("/v1/settings/datasets/{file}", this::put)
        .get("/v1/settings/catalogue/{year}/{file}", this::get)
        .put("/v1/settings/catalogue/{year}/{file}", this::put);
  }

  public Response get(Request request) {
    SettingFile file = file(request);
    return Response.ok(view(file, settings.find(file.key()))).with(Caching.NONE);
  }

  public Response put(Request request) {
    SettingFile file = file(request);
    String json = StoredJson.write(checked(file, request));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Setting seen = settings.find(file.key());
      Setting next = next(file, seen, json, request);
      if (next.equals(seen) || settings.save(next, List.of(recorded(file, seen, next, request)))) {
        Response answer =
            next.proposal() == null
                ? Response.ok(view(file, next))
                : Response.accepted(request.path(), view(file, next));
        return answer.with(Caching.NONE);
      }
    }
    throw new ProblemException(Problem.conflict("刚刚有人改动了这项设置，请刷新后再决定"));
  }

  /** What the caller's content makes of a setting; the same where nothing changes. */
  private Setting next(SettingFile file, Setting seen, String json, Request request) {
    Person person = request.person();
    Proposal proposal = seen.proposal();
    if (json.equals(json(file, seen))) {
      return proposal == null ? seen : seen.decided(seen.inForce());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (proposal != null && proposal.json().equals(json)) {
      return approves(request) && fourEyes.allows(proposal.by(), person)
          ? seen.decided(inForce(file, json, proposal.by(), person, now))
          : seen;
    }
    if (!request.principal().is(Role.BUREAU)) {
      throw new ProblemException(
          Problem.conflict(
              proposal == null
                  ? "没有待批准的内容%s：应由经办人先提出，批准时提交同样的内容".formatted(inForceBy(seen))
                  : "提交的内容与%s提出的不同：批准时应提交同样的内容，不同意时提交现行内容".formatted(proposal.by().name())));
    }
    return fourEyes == FourEyes.OFF
        ? seen.decided(inForce(file, json, person, person, now))
        : seen.proposed(new Proposal(json, person, now));
  }

  private static String inForceBy(Setting setting) {
    InForce inForce = setting.inForce();
    return inForce == null
        ? ""
        : "，现行内容由" + OfficialTime.signed(inForce.approvedBy(), inForce.since()) + "批准";
  }

  private TransactWriteItem recorded(
      SettingFile file, Setting seen, Setting next, Request request) {
    boolean changed = !json(file, seen).equals(json(file, next));
    return trail.item(
        TrailEntry.of(request.person(), TrailAction.SETTINGS_CHANGED, file.object(), request.id())
            .resulting(changed ? "in-force" : next.proposal() == null ? "refused" : "proposed"));
  }

  private boolean approves(Request request) {
    return request.principal().is(Role.APPROVER) || fourEyes == FourEyes.OFF;
  }

  /**
   * Puts the file into the bucket. It is in force once the table says so; a repeat puts it again.
   */
  private InForce inForce(
      SettingFile file, String json, Person asked, Person approved, Instant at) {
    String version =
        s3.putObject(
                put -> put.bucket(bucket).key(file.object()).contentType("application/json"),
                RequestBody.fromString(json + "\n"))
            .versionId();
    return new InForce(json, version, asked, approved, at);
  }

  private static SettingFile file(Request request) {
    request.parameters().verify();
    String key = request.path().substring(PREFIX.length());
    return SettingFile.named(key)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.notFound(
                        "没有设置 %s，应为 limits.json、zone.json、departments.json、banks.json、holidays/年份.json、catalogue/年份/数据集.json，目录之外的数据集为 datasets/数据集.json"
                            .formatted(Parameters.shown(key)))));
  }

  private Record checked(SettingFile file, Request request) {
    Record value = request.body(file.type());
    if (value instanceof Holidays holidays && !SettingFile.holidays(holidays.year()).equals(file)) {
      throw new ProblemException(
          Problem.badRequest(
              "body", "/year", "字段 year 应与 %s 的年份相同，收到：%d".formatted(file.key(), holidays.year())));
    }
    if (value instanceof YearForm form
        && !SettingFile.form(form.year(), form.dataset()).equals(file)) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/year",
              "字段 year 和 dataset 应与 %s 一致，收到：%d、%s"
                  .formatted(file.key(), form.year(), form.dataset())));
    }
    if (value instanceof ZoneDataset dataset) {
      checkDataset(dataset, file);
    }
    if (value instanceof DepartmentList departments) {
      checkOwners(departments);
    }
    return value;
  }

  private void checkDataset(ZoneDataset dataset, SettingFile file) {
    if (!SettingFile.dataset(dataset.dataset()).equals(file)) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/dataset",
              "字段 dataset 应与 %s 一致，收到：%s".formatted(file.key(), dataset.dataset())));
    }
    String owner = dataset.read().owner();
    if (!settings.isDepartment(owner)) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/schema",
              "x-owner 应为部门代号，新部门请先加入 departments.json，收到：" + Parameters.shown(owner)));
    }
  }

  /** No department that still has to report a dataset. */
  private void checkOwners(DepartmentList departments) {
    for (Dataset dataset : settings.catalogue().datasets()) {
      if (departments.departments().stream().noneMatch(one -> one.id().equals(dataset.owner()))) {
        throw new ProblemException(
            Problem.badRequest(
                "body",
                "/departments",
                "部门 %s 报送数据集“%s”，不能去掉".formatted(dataset.owner(), dataset.title())));
      }
    }
  }

  private static String json(SettingFile file, Setting setting) {
    InForce inForce = setting.inForce();
    return inForce == null ? StoredJson.write(file.initial()) : inForce.json();
  }

  private static View view(SettingFile file, Setting setting) {
    InForce inForce = setting.inForce();
    Proposal proposal = setting.proposal();
    return new View(
        file.key(),
        StoredJson.tree(json(file, setting)),
        inForce == null ? null : inForce.version(),
        inForce == null ? null : inForce.proposedBy(),
        inForce == null ? null : inForce.approvedBy(),
        inForce == null ? null : inForce.since(),
        proposal == null
            ? null
            : new ProposalView(StoredJson.tree(proposal.json()), proposal.by(), proposal.at()));
  }
}
