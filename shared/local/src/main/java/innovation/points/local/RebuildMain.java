package innovation.points.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Orders the running local stack to compare its facts with the bucket and repair them: {@code mvn
 * -q -Plocal -Dlocal.main=RebuildMain}. With {@code LOCAL_DRY_RUN=true} it only reports the
 * differences.
 */
public final class RebuildMain {

  private RebuildMain() {}

  /**
   * Orders the rebuild and waits for it.
   *
   * @param arguments the repository's root; default: the working directory
   */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean dryRun = Boolean.parseBoolean(System.getenv("LOCAL_DRY_RUN"));
    try (var bureau =
        BureauClient.running(Path.of(arguments.length > 0 ? arguments[0] : ""), "bureau")) {
      out.println(summary(bureau.rebuild(dryRun)));
    }
  }

  /** The result of a rebuild as a sentence. */
  public static String summary(JsonNode rebuild) {
    String compared =
        "比对 %d 个文件、%d 条数据："
            .formatted(rebuild.path("files").asLong(), rebuild.path("items").asLong());
    if (rebuild.path("equal").asBoolean()) {
      return compared + "数据表与存储桶一致";
    }
    return compared
        + "缺少 %d 条，不同 %d 条，多余 %d 条，报送标记有误 %d 处；%s"
            .formatted(
                rebuild.path("missing").asLong(),
                rebuild.path("different").asLong(),
                rebuild.path("surplus").asLong(),
                rebuild.path("deliveries").asLong(),
                rebuild.path("dryRun").asBoolean() ? "仅比对，未改动" : "已按存储桶重建");
  }
}
