package innovation.points.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Computes every published year of the running stack again from its own rows (复算): {@code mvn -q
 * -Plocal -Dlocal.main=VerificationMain}. Names the enterprises that do not come out as published,
 * and ends with 1 where there is one. Changes nothing.
 */
public final class VerificationMain {

  private VerificationMain() {}

  /**
   * Verifies.
   *
   * @param arguments the repository's root; default: the working directory
   */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean same = true;
    try (var bureau =
        BureauClient.running(Path.of(arguments.length > 0 ? arguments[0] : ""), "bureau")) {
      for (JsonNode year : bureau.get("/v1/years").path("items")) {
        JsonNode verification =
            bureau.get("/v1/years/%d/verification".formatted(year.path("year").asInt()));
        out.println(summary(verification));
        same &= verification.path("differing").isEmpty();
      }
    }
    if (!same) {
      Runtime.getRuntime().exit(1);
    }
  }

  /** What came of a year in words. */
  static String summary(JsonNode verification) {
    int year = verification.path("year").asInt();
    int enterprises = verification.path("enterprises").asInt();
    int different = enterprises - verification.path("same").asInt();
    String rulebook = verification.path("rulebook").asText();
    if (different == 0) {
      return "%d 年度：%d 家企业按规则 %s 复算，结果全部与公布的相同".formatted(year, enterprises, rulebook);
    }
    var text =
        new StringBuilder(
            "%d 年度：%d 家企业按规则 %s 复算，%d 家与公布的不同：".formatted(year, enterprises, rulebook, different));
    for (JsonNode one : verification.path("differing")) {
      text.append(
          "%n  %s %s：总分公布 %s、复算 %s，排名公布 %s、复算 %s"
              .formatted(
                  one.path("uscc").asText(),
                  one.path("name").asText(""),
                  shown(one.path("total")),
                  shown(one.path("totalAgain")),
                  shown(one.path("rank")),
                  shown(one.path("rankAgain"))));
    }
    return text.toString();
  }

  private static String shown(JsonNode figure) {
    return figure.isNumber() ? figure.asText() : "无";
  }
}
