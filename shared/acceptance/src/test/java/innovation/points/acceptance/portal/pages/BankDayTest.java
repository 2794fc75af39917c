package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/bank-day.sh}, as a reader would run it. */
@PortalTest
class BankDayTest {

  @Test
  void aBankReadsWhatItWasGrantedAndVerifiesALetterOffline(Portal portal) throws Exception {
    var api = portal.api();
    String uscc = api.json("/v1/years/2025/rankings?limit=1", null).at("/items/0/uscc").asText();
    String token = api.bankWithGrantOf(uscc);

    List<String> lines = script(api.address().toString(), token, api.letterOf(2025, uscc));

    assertThat(lines)
        .startsWith("== The newest published year", "2025")
        .anyMatch(line -> line.startsWith(uscc + "\t") && line.endsWith("\tprofile"))
        .contains("ratelimit-policy: \"hour\";q=1000;w=3600")
        .contains("403 该企业没有授权贵行查看这项内容；请由企业在“授权管理”中授权")
        .contains("200 asked, 200 public")
        .anyMatch(line -> line.startsWith("genuine: " + uscc + " "))
        .endsWith("valid");
  }

  private static List<String> script(String... arguments) throws Exception {
    var command = Stream.concat(Stream.of("bash", "docs/bank-day.sh"), Stream.of(arguments));
    try {
      for (String tool : List.of("curl", "jq", "node")) {
        new ProcessBuilder(tool, "--version").start().waitFor();
      }
      Process process =
          new ProcessBuilder(command.toList())
              .directory(Repository.root().toFile())
              .redirectErrorStream(true)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(text).isZero();
      return text.lines().toList();
    } catch (IOException e) {
      abort("bash, curl, jq or node is not installed here: docs/bank-day.sh was not tried");
      throw e;
    }
  }
}
