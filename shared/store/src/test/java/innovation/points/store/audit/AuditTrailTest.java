package innovation.points.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.Person;
import innovation.points.store.EmbeddedTables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

  private static final Person LI = new Person("li.min", "李敏", "bureau", null);
  private static final Person LIU = new Person("liu.yang", "刘洋", "department", "tax");
  private static final String USCC = "91350100M000100Y43";
  private static final LocalDate FIRST = LocalDate.parse("2026-04-01");

  private final EmbeddedTables tables = new EmbeddedTables();
  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-04-01T01:30:00Z"));
  private final AuditTrail trail =
      new AuditTrail(tables.client(), EmbeddedTables.SCORES, time::get);
  private final TrailSealer sealer =
      new TrailSealer(
          tables.client(), EmbeddedTables.SCORES, time::get, ZoneId.of("Asia/Shanghai"));
  private final TrailReader reader = new TrailReader(tables.client(), EmbeddedTables.SCORES);
  private final TreeMap<LocalDate, List<String>> files = new TreeMap<>();

  private void pass(Duration duration) {
    time.updateAndGet(now -> now.plus(duration));
  }

  private int seal() {
    return sealer.seal(files::put);
  }

  private void order(int year) {
    trail.add(
        TrailEntry.of(
                LI,
                TrailAction.RUN_ORDERED,
                "years/%d/recomputations/%d-x".formatted(year, year),
                "r" + year)
            .because("年度计算")
            .resulting("running"));
    pass(Duration.ofSeconds(1));
  }

  private void read(Person person) {
    trail.add(
        TrailEntry.of(
            person, TrailAction.PROFILE_READ, "years/2025/enterprises/" + USCC + "/profile", "r"));
    pass(Duration.ofSeconds(1));
  }

  private TrailChain verified(List<String> lines) {
    var chain = new TrailChain();
    for (int i = 0; i < lines.size(); i++) {
      chain.next("line " + (i + 1), lines.get(i));
    }
    return chain;
  }

  private static List<String> problems(TrailChain chain) {
    return chain.faults().stream().map(f -> f.place() + ": " + f.problem()).toList();
  }

  @Test
  void itemsAreNumberedAndChainedInTheirOrder() {
    order(2024);
    order(2025);
    read(LIU);
    assertThat(seal()).isEqualTo(3);
    List<String> lines = reader.lines(FIRST);
    assertThat(lines.getFirst())
        .startsWith(
            "{\"seq\":1,\"at\":\"2026-04-01T01:30:00Z\",\"person\":{\"sub\":\"li.min\","
                + "\"name\":\"李敏\",\"role\":\"bureau\"},\"action\":\"run.ordered\","
                + "\"object\":\"years/2024/recomputations/2024-x\",\"reason\":\"年度计算\","
                + "\"result\":\"running\",\"requestId\":\"r2024\",\"previous\":\"0000");
    assertThat(lines.getLast())
        .contains("\"role\":\"department\",\"department\":\"tax\"},\"action\":\"profile.read\"")
        .doesNotContain("reason");
    TrailChain chain = verified(lines);
    chain.end(reader.head());
    assertThat(problems(chain)).isEmpty();
    assertThat(chain.last()).isEqualTo(3);
    assertThat(seal()).as("nothing is sealed twice").isZero();
  }

  @Test
  void changedMissingAddedAndCutOffItemsAreFound() {
    for (int year = 2020; year < 2026; year++) {
      order(year);
    }
    seal();
    List<String> good = reader.lines(FIRST);
    var changed = new ArrayList<>(good);
    changed.set(2, changed.get(2).replace("年度计算", "年度试算"));
    assertThat(problems(verified(changed)))
        .singleElement()
        .asString()
        .startsWith("line 3: 第 3 条被改动：按内容算得的 hash 应为 ");

    var resealed = new ArrayList<>(good);
    String forged = changed.get(2);
    resealed.set(
        2, forged.replaceFirst("[0-9a-f]{64}\"}$", TrailItem.hashOf(forged).orElseThrow() + "\"}"));
    assertThat(problems(verified(resealed)))
        .singleElement()
        .asString()
        .startsWith("line 4: 第 4 条与前一条不相接：previous 应为 ");

    var missing = new ArrayList<>(good);
    missing.remove(3);
    missing.remove(3);
    assertThat(problems(verified(missing))).containsExactly("line 4: 缺少第 4 至 5 条：应为第 4 条，实为第 6 条");

    var added = new ArrayList<>(good);
    added.add(1, good.getFirst());
    assertThat(problems(verified(added))).containsExactly("line 2: 多出一条：应为第 2 条，实为第 1 条");

    TrailChain cut = verified(good.subList(0, 5));
    assertThat(problems(cut)).isEmpty();
    cut.end(reader.head());
    assertThat(problems(cut)).singleElement().asString().startsWith("末尾: 应止于第 6 条（hash ");

    assertThat(problems(verified(List.of("{\"seq\":1"))))
        .containsExactly("line 1: 应为一条审计记录（JSON），无法读取");
  }

  @Test
  void dayFileIsWrittenOnceWhenTheDayIsOver() {
    order(2025);
    seal();
    assertThat(files).isEmpty();
    // 16:00 UTC is midnight in Shanghai.
    pass(Duration.ofHours(15));
    order(2024);
    seal();
    assertThat(files.keySet()).containsExactly(FIRST);
    assertThat(files.get(FIRST)).isEqualTo(reader.lines(FIRST)).hasSize(1);
    files.clear();
    assertThat(seal()).isZero();
    assertThat(files).isEmpty();
    pass(Duration.ofDays(1));
    seal();
    assertThat(files.keySet()).containsExactly(FIRST.plusDays(1));
    TrailChain chain = verified(reader.lines(FIRST));
    reader.lines(FIRST.plusDays(1)).forEach(line -> chain.next("second day", line));
    chain.end(reader.head());
    assertThat(problems(chain)).isEmpty();
  }

  @Test
  void refusalsOfAPersonWithinAnHourAreOneItem() {
    for (int i = 0; i < 100; i++) {
      trail.refused(LIU, "r" + i, i % 2 == 0 ? "GET /v1/audit" : "POST /v1/rebuilds");
    }
    trail.refused(LI, "r", "GET /v1/audit");
    assertThat(seal()).isZero();
    pass(Duration.ofMinutes(30));
    assertThat(seal()).as("a late one may still come").isZero();
    pass(Duration.ofMinutes(1));
    seal();
    List<TrailItem> items = reader.lines(FIRST).stream().map(TrailItem::read).toList();
    assertThat(items).allMatch(item -> item.action().equals("access.refused"));
    assertThat(
            items.stream()
                .filter(item -> item.person().isSameAs(LIU))
                .mapToInt(item -> Integer.parseInt(item.result()))
                .sum())
        .isEqualTo(100);
    assertThat(items)
        .filteredOn(item -> item.person().isSameAs(LI))
        .singleElement()
        .satisfies(item -> assertThat(item.object()).isEqualTo("GET /v1/audit"));
  }

  @Test
  void sealersAtTheSameTimeMakeOneChain() throws Exception {
    IntStream.range(2000, 2060).forEach(this::order);
    try (var pool = Executors.newFixedThreadPool(3)) {
      for (var done : pool.invokeAll(Collections.nCopies(3, this::seal))) {
        done.get();
      }
    }
    TrailChain chain = verified(reader.lines(FIRST));
    chain.end(reader.head());
    assertThat(problems(chain)).isEmpty();
    assertThat(chain.last()).isEqualTo(60);
  }

  @Test
  void itemsOfAnEnterpriseAndOfDaysAreFoundNewestFirst() {
    order(2024);
    read(LIU);
    pass(Duration.ofDays(1));
    read(LI);
    seal();
    assertThat(reader.of(USCC, _ -> true, 10, null).items())
        .extracting(item -> item.person().sub())
        .containsExactly("li.min", "liu.yang");
    var first = reader.list(null, null, _ -> true, 2, null);
    assertThat(first.items()).extracting(TrailItem::seq).containsExactly(3L, 2L);
    assertThat(reader.list(null, null, _ -> true, 2, first.next()).items())
        .extracting(TrailItem::seq)
        .containsExactly(1L);
    assertThat(reader.list(FIRST.plusDays(2), null, _ -> true, 2, null).items()).isEmpty();
    assertThat(reader.list(null, FIRST, _ -> true, 2, null).items()).isEmpty();
  }
}
