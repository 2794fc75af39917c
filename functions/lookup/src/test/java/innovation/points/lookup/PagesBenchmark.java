package innovation.points.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The pages and figures of large rankings, from generated entries: how long it takes to write them,
 * and what the home page and a page from anywhere in a ranking take, in time and read units, in a
 * process that has read nothing before. Prints a table. Not run as a test; the command is in {@code
 * docs/performance.md}.
 */
class PagesBenchmark {

  private static final String SIZES = System.getProperty("sizes", "10000,100000,1000000");
  private static final int INDUSTRIES = 50;
  private static final List<String> CLUSTERS = List.of("氢能", "生物医药", "高端装备制造");

  private static final List<String> STAGES =
      PublishedZone.BUILT_IN.stages().stream().map(Rulebook.Stage::id).toList();

  @Test
  void pagesAndFigures() {
    System.out.println(
        "| entries | written, s | peak heap, MiB | overview, ms, RCU | first page, ms, RCU"
            + " | last page, ms, RCU | by stage, page 101, ms, RCU | peak heap, MiB |");
    System.out.println("|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (int size : Arrays.stream(SIZES.split(",")).mapToInt(Integer::parseInt).toArray()) {
      measure(size);
    }
  }

  private static void measure(int size) {
    var zone = new PublishedZone();
    Map<String, Integer> sizes = new TreeMap<>();
    entries(size)
        .forEachRemaining(
            entry ->
                RankingList.of(entry.stage(), entry.industry(), entry.cluster())
                    .forEach(list -> sizes.merge(list.id(), 1, Integer::sum)));
    reset();
    long start = System.nanoTime();
    zone.publishPages(2025, "g2025", sizes, entries(size));
    double seconds = (System.nanoTime() - start) / 1e9;
    long writing = peak();
    reset();
    String ranking = "/v1/years/2025/rankings?limit=50";
    System.out.printf(
        "| %,d | %.1f | %d | %s | %s | %s | %s | %d |%n",
        size,
        seconds,
        writing,
        asked(zone, "/v1/years/2025/overview", 1),
        asked(zone, ranking, 1),
        asked(zone, ranking + "&sort=-rank", 1),
        asked(zone, ranking + "&sort=stage", 101),
        peak());
  }

  /** Time and read units of one page, of the best of five processes. */
  private static String asked(PublishedZone zone, String address, int page) {
    double best = Double.MAX_VALUE;
    double units = 0;
    for (int process = 0; process < 5; process++) {
      Caller caller = zone.caller();
      String cursor = "";
      for (int before = 1; before < page; before++) {
        JsonNode read = Caller.json(zone.caller().get(address + cursor));
        cursor = "&cursor=" + read.path("nextCursor").asText();
      }
      long start = System.nanoTime();
      var answer = caller.get(address + cursor);
      best = Math.min(best, (System.nanoTime() - start) / 1e6);
      units = caller.capacity();
      if (answer.getStatusCode() != 200) {
        throw new IllegalStateException(answer.getBody());
      }
    }
    return "%.1f, %.1f".formatted(best, units);
  }

  private static Iterator<RankingEntry> entries(int size) {
    int all = STAGES.size();
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                new RankingEntry(
                    new RankingEntry.Place(i + 1, i / all + 1),
                    "914107%012d".formatted(i),
                    "虚构企业" + i + "号有限公司",
                    STAGES.get(i % all),
                    "C" + (10 + i % INDUSTRIES),
                    CLUSTERS.get(i % CLUSTERS.size()),
                    "主园区",
                    Math.round(10_000.0 * (size - i) / size) / 100.0))
        .iterator();
  }

  private static void reset() {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
