package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.local.SampleDecisions;
import innovation.points.local.SampleZone;
import innovation.points.local.gateway.TokenWish;
import innovation.points.store.grants.Grant;
import innovation.points.store.grants.GrantScope;
import innovation.points.store.grants.Grants;
import innovation.points.store.settings.BankList;
import innovation.points.store.settings.Setting;
import innovation.points.store.settings.SettingFile;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.StoredJson;
import innovation.points.testkit.Approvals;
import innovation.points.web.time.OfficialTime;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;

/** The local stack with two published years of the sample zone, as with {@code mvn -Plocal}. */
public final class SampleStack implements AutoCloseable {

  /** The published years, the newest first. */
  public static final List<Integer> YEARS = List.of(2025, 2024);

  private static final Duration INTAKE = Duration.ofMinutes(3);

  private static final String BANK = "sample-bank";

  private final Set<String> granted = ConcurrentHashMap.newKeySet();
  private final LocalStack stack;
  private final ApiClient api;

  public SampleStack() throws Exception {
    this(YEARS);
  }

  /** The same with other years of the sample zone, the newest first. */
  public SampleStack(List<Integer> years) throws Exception {
    this(LocalSettings.empty(), years);
  }

  /**
   * The same with settings.
   *
   * @param years none where the stack's folder has them
   */
  public SampleStack(LocalSettings settings, List<Integer> years) throws Exception {
    stack = LocalStack.start(settings, InstantSource.system());
    api = new ApiClient(stack);
    var sample = new SampleZone(Path.of("../../events"));
    for (String key : sample.keys()) {
      if (years.stream().anyMatch(year -> key.contains("/" + year + "/"))) {
        sample.upload(stack, key);
      }
    }
    stack.wiring().awaitQuiet(INTAKE);
    for (int year : years.reversed()) {
      api.recompute(year, "{\"publish\":true}");
    }
    stack.wiring().awaitQuiet(INTAKE);
  }

  /** What the sample zone's persons have decided and asked, as with {@code mvn -Plocal}. */
  public void decide() throws Exception {
    var decisions = new SampleDecisions(Path.of("../../events"));
    decisions.provide(stack);
    decisions.ask(stack);
    stack.wiring().awaitQuiet(INTAKE);
  }

  public URI address() {
    return stack.api();
  }

  public URI bucket() {
    return stack.s3().endpoint();
  }

  public String token(List<String> groups, @Nullable String department, @Nullable String uscc) {
    return stack.token(groups, department, uscc);
  }

  /** The token of a person. */
  public String person(String sub, String name, String group) {
    return stack.token(TokenWish.of(List.of(group), null, null).named(sub, name));
  }

  /** The token of a person of a department. */
  public String officer(String sub, String name, String department) {
    return stack.token(TokenWish.of(List.of("department"), department, null).named(sub, name));
  }

  /**
   * The token of a bank's clerk; the bank is admitted, and an enterprise has granted it its
   * profile.
   */
  public String bankWithGrantOf(String uscc) {
    if (granted.add(uscc)) {
      var scores = stack.tables().client();
      var admitted = new BankList.Admitted(BANK, "示范银行", List.of(), null, null);
      set(SettingFile.BANKS, new BankList(List.of(admitted)));
      var grant =
          new Grant(
              uscc,
              uscc,
              BANK,
              GrantScope.PROFILE,
              today().plusYears(1),
              "贷款审查",
              Instant.EPOCH,
              null);
      assertThat(new Grants(scores, LocalDynamoDb.SCORES).give(grant, today(), List.of())).isTrue();
    }
    return stack.token(TokenWish.of(List.of("bank"), null, null).at(BANK).named("qian.jin", "钱进"));
  }

  /** Puts a setting into force, as two persons would. */
  public void set(SettingFile file, Record value) {
    var settings = new Settings(stack.tables().client(), LocalDynamoDb.SCORES);
    var inForce =
        new Setting.InForce(
            StoredJson.write(value), "v1", Approvals.PREPARES, Approvals.DECIDES, Instant.now());
    settings.save(settings.find(file.key()).decided(inForce), List.of());
  }

  /** The code of a reference letter that an enterprise has on a year. */
  public String letterOf(int year, String uscc) {
    String letters = "/v1/years/%d/enterprises/%s/letters".formatted(year, uscc);
    return ApiClient.read(api.post(letters, token(List.of("enterprise"), null, uscc), "{}").body())
        .path("code")
        .asText();
  }

  /** Has an approver publish something. */
  public void publish(int year, String body) {
    api.publish(year, body);
  }

  /** Computes a year again, and publishes it. */
  public void recompute(int year) throws Exception {
    api.recompute(year, "{\"publish\":true}");
    stack.wiring().awaitQuiet(INTAKE);
  }

  public String bureau() {
    return api.bureau();
  }

  /** The API's answer; fails where it is not a 200. */
  public JsonNode json(String path, @Nullable String token) {
    return api.json(path, token);
  }

  /** All items of a list. */
  public List<JsonNode> items(String path, @Nullable String token) {
    var items = new ArrayList<JsonNode>();
    String cursor = "";
    do {
      JsonNode page = json(path + (path.contains("?") ? "&" : "?") + "limit=200" + cursor, token);
      page.path("items").forEach(items::add);
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  /** Puts a text into the bucket directly. */
  public void put(String key, String text) {
    stack
        .s3()
        .client()
        .putObject(put -> put.bucket(LocalStack.BUCKET).key(key), RequestBody.fromString(text));
  }

  /** The day it is in the zone. */
  public LocalDate today() {
    String now = api.json("/local/clock", null).path("now").asText();
    return LocalDate.ofInstant(Instant.parse(now), OfficialTime.ZONE);
  }

  /** Sets the clock to the morning of a day to come; it goes on from there. */
  public void awaitDay(LocalDate day) {
    var morning = day.atTime(9, 0).atZone(OfficialTime.ZONE).toOffsetDateTime();
    var set = api.post("/local/clock", null, "{\"now\":\"%s\"}".formatted(morning));
    if (set.statusCode() != 200) {
      throw new AssertionError(set.statusCode() + " " + set.body());
    }
  }

  /** Has the audit trail hold all that was done. */
  public void seal() {
    schedule("seal");
  }

  /** Has a schedule do what it does: {@code daily}, {@code yearly}, {@code seal}. */
  public void schedule(String name) {
    var done = api.post("/local/schedule", null, "{\"name\":\"%s\"}".formatted(name));
    if (done.statusCode() >= 300) {
      throw new AssertionError(done.statusCode() + " " + done.body());
    }
  }

  /** Waits until no event is in progress. */
  public void awaitQuiet() throws Exception {
    stack.wiring().awaitQuiet(INTAKE);
  }

  @Override
  public void close() {
    stack.close();
  }
}
