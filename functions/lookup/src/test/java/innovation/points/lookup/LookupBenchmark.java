package innovation.points.lookup;

import innovation.points.store.names.NameIndexes;
import innovation.points.store.names.NameLine;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.table.ScoreKeys;
import innovation.points.testkit.FactsZone;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * What lookups take of the table: requests and read units, and how much longer they take than the
 * bare reads of what lists show of as many rows, alternately on the same engine and client in one
 * process. The rows that are read bare are others, so that the engine has neither at hand. Not run
 * as a test; the command is in {@code docs/performance.md}.
 */
class LookupBenchmark {

  private static final int ENTERPRISES = Integer.getInteger("enterprises", 5_000);
  private static final int CALLS = Integer.getInteger("calls", 200);
  private static final int TOGETHER = 100;
  private static final String GENERATION = "g2025";

  private static final List<String> CHARACTERS =
      List.of(
          "若 ruo", "木 mu", "青 qing", "丘 qiu", "扶 fu", "桑 sang", "丹 dan", "穴 xue", "归 gui", "墟 xu",
          "昆 kun", "仑 lun", "云 yun", "海 hai", "山 shan", "河 he", "长 chang", "垣 yuan", "金 jin",
          "石 shi", "玉 yu", "泉 quan", "南 nan", "北 bei", "东 dong", "华 hua", "明 ming", "德 de", "信 xin",
          "达 da", "远 yuan", "通 tong");

  private static final List<String> TRADES =
      List.of("科技", "装备", "新材料", "生物医药", "汽车零部件", "氢能", "专用设备", "仪器");

  private final PublishedZone zone = new PublishedZone();
  private final Random random = new Random(1);
  private int requests;

  /** Passes all on, and counts what is asked of the table. */
  private final DynamoDbClient counting =
      (DynamoDbClient)
          Proxy.newProxyInstance(
              DynamoDbClient.class.getClassLoader(),
              new Class<?>[] {DynamoDbClient.class},
              (_, method, arguments) -> {
                if (Set.of("getItem", "batchGetItem", "query").contains(method.getName())) {
                  requests++;
                }
                try {
                  return method.invoke(zone.client(), arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });

  @Test
  void requestsReadUnitsAndTimes() {
    List<ScoreRow> rows = publish();
    System.out.printf(
        "%d enterprises, %d calls each%n%-28s %8s %5s %6s %9s %9s %6s%n",
        ENTERPRISES, CALLS, "lookup", "requests", "most", "RCU", "median ms", "bare ms", "ratio");
    Caller warm = caller();
    row(
        "public card",
        CALLS,
        () -> FactsZone.uscc(1 + random.nextInt(ENTERPRISES)),
        code -> warm.get("/v1/years/2025/enterprises/" + code).getBody(),
        _ -> 1,
        warm);
    row(
        "bulk of 500",
        Math.max(20, CALLS / 10),
        () ->
            String.join(
                ",", random.ints(500, 1, ENTERPRISES + 1).mapToObj(FactsZone::uscc).toList()),
        codes ->
            warm.post(
                    "/v1/years/2025/lookups",
                    Caller.NOBODY,
                    "{\"usccs\":[\"%s\"]}".formatted(codes.replace(",", "\",\"")))
                .getBody(),
        LookupBenchmark::shown,
        warm);
    row(
        "search page, warm",
        CALLS,
        () -> typed(rows),
        typed -> search(warm, typed),
        LookupBenchmark::shown,
        warm);
    row(
        "search page, cold",
        Math.min(CALLS, 50),
        () -> typed(rows),
        typed -> {
          Caller cold = caller();
          // As a function does before its snapshot is taken.
          cold.get("/v1/years");
          requests = 0;
          return search(cold, typed);
        },
        LookupBenchmark::shown,
        null);
  }

  private interface Call {
    String answer(String of);
  }

  private void row(
      String name,
      int calls,
      Supplier<String> next,
      Call lookup,
      ToIntFunction<String> shown,
      @Nullable Caller caller) {
    var asked = new double[calls];
    var units = new double[calls];
    var times = new double[calls];
    var bareTimes = new double[calls];
    for (int i = 0; i < calls; i++) {
      String of = next.get();
      requests = 0;
      long start = System.nanoTime();
      String body = lookup.answer(of);
      times[i] = (System.nanoTime() - start) / 1e6;
      asked[i] = requests;
      units[i] = caller == null ? Double.NaN : caller.capacity();
      List<String> others = others(shown.applyAsInt(body));
      start = System.nanoTime();
      bare(others);
      bareTimes[i] = (System.nanoTime() - start) / 1e6;
    }
    double most = Arrays.stream(asked).max().orElse(0);
    System.out.printf(
        "%-28s %8.0f %5.0f %6.1f %9.2f %9.2f %6.2f%n",
        name,
        median(asked),
        most,
        median(units),
        median(times),
        median(bareTimes),
        median(times) / median(bareTimes));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private Caller caller() {
    return new Caller(
        new LookupHandler(counting, InstantSource.fixed(PublishedZone.NOON), zone.settings));
  }

  private static String search(Caller caller, String typed) {
    return caller
        .get("/v1/enterprises?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
        .getBody();
  }

  /** Two characters, a whole name, pinyin, initials or a part of a code, of some enterprise. */
  private String typed(List<ScoreRow> rows) {
    String uscc = rows.get(random.nextInt(rows.size())).uscc();
    int number = Integer.parseInt(uscc.substring(10));
    List<String> characters = characters(number);
    return switch (random.nextInt(5)) {
      case 0 -> characters.get(0).substring(0, 1) + characters.get(1).charAt(0);
      case 1 -> name(number);
      case 2 -> characters.get(0).substring(2) + characters.get(1).substring(2);
      case 3 ->
          ""
              + characters.get(0).charAt(2)
              + characters.get(1).charAt(2)
              + characters.get(2).charAt(2);
      default -> uscc.substring(12);
    };
  }

  private static List<String> characters(int number) {
    int size = CHARACTERS.size();
    return List.of(
        CHARACTERS.get(number % size),
        CHARACTERS.get(number / size % size),
        CHARACTERS.get(number / size / size % size));
  }

  private static String name(int number) {
    var name = new StringBuilder();
    characters(number).forEach(one -> name.append(one.charAt(0)));
    return name + TRADES.get(number % TRADES.size()) + "有限公司";
  }

  private List<ScoreRow> publish() {
    List<ScoreRow> rows = new ArrayList<>();
    Map<String, String> names = new LinkedHashMap<>();
    List<NameLine> lines = new ArrayList<>();
    for (int number = 1; number <= ENTERPRISES; number++) {
      String name = name(number);
      rows.add(
          PublishedZone.scored(
              2025, number, name, "growth", "氢能", 100 - number * 100.0 / (ENTERPRISES + 1)));
      names.put(FactsZone.uscc(number), name);
      var readings = new ArrayList<List<String>>();
      characters(number).forEach(one -> readings.add(List.of(one.substring(2))));
      IntStream.range(0, TRADES.get(number % TRADES.size()).length())
          .forEach(_ -> readings.add(List.of("ye")));
      lines.add(new NameLine(FactsZone.uscc(number), name, readings));
    }
    zone.publish(2025, GENERATION, rows);
    var indexes = new NameIndexes(zone.client(), zone.tables.scores());
    indexes.assign(GENERATION, indexes.write(NameIndexes.digest(names), lines));
    return rows;
  }

  /** How many rows an answer shows. */
  private static int shown(String body) {
    return Caller.parsed(body).path("items").size();
  }

  private List<String> others(int rows) {
    return random
        .ints(1, ENTERPRISES + 1)
        .distinct()
        .limit(rows)
        .mapToObj(FactsZone::uscc)
        .toList();
  }

  /** The bare reads of some rows. */
  private void bare(List<String> codes) {
    for (int from = 0; from < codes.size(); from += TOGETHER) {
      List<Map<String, AttributeValue>> keys =
          codes.subList(from, Math.min(from + TOGETHER, codes.size())).stream()
              .map(
                  uscc ->
                      ScoreKeys.key(ScoreKeys.generation(GENERATION, ScoreKeys.shard(uscc)), uscc))
              .toList();
      var wanted =
          KeysAndAttributes.builder()
              .keys(keys)
              .consistentRead(true)
              .projectionExpression("pk, sk, #year, card, #status, stage, industry, #cluster")
              .expressionAttributeNames(
                  Map.of("#year", "year", "#status", "status", "#cluster", "cluster"))
              .build();
      zone.client().batchGetItem(get -> get.requestItems(Map.of(zone.tables.scores(), wanted)));
    }
  }
}
