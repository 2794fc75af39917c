package innovation.points.local;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.store.audit.TrailChain;
import innovation.points.store.audit.TrailItem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Verifies an audit trail: {@code mvn -q -Plocal -Dlocal.main=TrailMain}. With {@code LOCAL_TRAIL}
 * set to a folder, the day files in it, as {@code aws s3 sync s3://…/audit/ folder} brings them
 * from any zone; else the trail of the running stack. Names every item that was changed, is missing
 * or was added, and ends with 1 where there is one.
 */
public final class TrailMain {

  private static final int PAGE = 200;

  private TrailMain() {}

  /**
   * Verifies.
   *
   * @param arguments the repository's root; default: the working directory
   */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String folder = System.getenv().getOrDefault("LOCAL_TRAIL", "");
    TrailChain chain =
        folder.isBlank()
            ? ofStack(Path.of(arguments.length > 0 ? arguments[0] : ""))
            : ofFiles(Path.of(folder));
    out.println(summary(chain));
    if (!chain.faults().isEmpty()) {
      Runtime.getRuntime().exit(1);
    }
  }

  /** The day files of a folder, in the order of their days. */
  static TrailChain ofFiles(Path folder) throws IOException {
    var chain = new TrailChain();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> days = files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
      for (Path day : days) {
        int number = 0;
        for (String line : Files.readAllLines(day)) {
          number++;
          chain.next("%s 第 %d 行".formatted(folder.relativize(day), number), line);
        }
      }
    }
    return chain;
  }

  /** What the running stack's API says, the oldest item first. */
  private static TrailChain ofStack(Path repository) throws InterruptedException, IOException {
    var lines = new ArrayList<String>();
    try (var auditor = BureauClient.running(repository, "auditor")) {
      String next = "";
      do {
        JsonNode page = auditor.get("/v1/audit?limit=%d%s".formatted(PAGE, next));
        page.path("items").forEach(item -> lines.add(TrailItem.read(item.toString()).line()));
        next = page.hasNonNull("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
      } while (!next.isEmpty());
    }
    var chain = new TrailChain();
    lines.reversed().forEach(line -> chain.next("GET /v1/audit", line));
    return chain;
  }

  /** The result in words: that the chain holds, or each fault with its place. */
  static String summary(TrailChain chain) {
    if (chain.faults().isEmpty()) {
      return chain.last() == 0
          ? "审计日志中还没有记录"
          : "审计日志完整：第 1 至 %d 条依次相接，内容与校验值相符".formatted(chain.last());
    }
    var text = new StringBuilder("审计日志有 %d 处不符：".formatted(chain.faults().size()));
    chain
        .faults()
        .forEach(fault -> text.append("%n  %s：%s".formatted(fault.place(), fault.problem())));
    return text.toString();
  }
}
