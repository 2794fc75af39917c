package innovation.points.desk.rulebook;

import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.bucket.Links;
import innovation.points.store.rulebook.RulebookKey;
import innovation.points.store.rulebook.RulebookLife;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.Problem.Fault;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * {@code POST /v1/rulebooks}: answers a presigned address for the file of a draft. The file is
 * checked when it has arrived; it governs nothing.
 */
public final class RulebookDraftEndpoint implements Calls {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final RulebookLives lives;
  private final Links links;
  private final AuditTrail trail;
  private final Supplier<List<Rulebook>> builtIn;

  /**
   * The file to be uploaded.
   *
   * @param id of the rulebook, as in the file
   * @param bytes size of the file
   * @param sha256 of the file, in hex
   */
  record Announcement(String id, long bytes, String sha256) {}

  record Announced(String id, String key, PutAddress put, Instant expiresAt) {}

  record PutAddress(String url, Map<String, String> headers) {}

  /**
   * An endpoint.
   *
   * @param builtIn whose ids are taken; asked for at a request
   */
  public RulebookDraftEndpoint(
      RulebookLives lives, Links links, AuditTrail trail, Supplier<List<Rulebook>> builtIn) {
    this.lives = lives;
    this.links = links;
    this.trail = trail;
    this.builtIn = builtIn;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.post("/v1/rulebooks", this::announce);
  }

  public Response announce(Request request) {
    request.parameters().verify();
    var file = request.body(Announcement.class);
    check(file);
    String id = file.id();
    if (builtIn.get().stream().anyMatch(one -> one.id().equals(id))
        || !lives.find(id).map(RulebookLife::open).orElse(true)) {
      throw new ProblemException(Problem.conflict("编号 %s 已有提交或批准过的规则，不再改动；请改用新的编号。".formatted(id)));
    }
    String key = RulebookKey.of(id);
    Links.Put put = links.put(key, file.bytes(), file.sha256().toLowerCase(Locale.ROOT));
    trail.add(TrailEntry.of(request.person(), TrailAction.UPLOAD_ANNOUNCED, key, request.id()));
    return Response.created(
            "/v1/rulebook-files/" + id,
            new Announced(id, key, new PutAddress(put.url(), put.headers()), put.expiresAt()))
        .with(Caching.NONE);
  }

  private static void check(Announcement file) {
    var faults = new ArrayList<Fault>();
    if (!RulebookKey.isId(file.id())) {
      faults.add(
          new Fault(
              "body", "/id", "字段 id 应为小写字母、数字和连字符，最多 64 个字，收到：" + Parameters.shown(file.id())));
    }
    if (file.bytes() < 1 || file.bytes() > RulebookKey.MOST_BYTES) {
      faults.add(
          new Fault(
              "body",
              "/bytes",
              "字段 bytes 应为 1 到 %d 的整数，收到：%d".formatted(RulebookKey.MOST_BYTES, file.bytes())));
    }
    if (!SHA256.matcher(file.sha256()).matches()) {
      faults.add(new Fault("body", "/sha256", "字段 sha256 应为文件的 SHA-256，64 位十六进制"));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
  }
}
