package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.testkit.Approvals;
import innovation.points.testkit.FactsZone;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Who follows the zone is told of publications, corrections and rulebooks, and of nothing else. */
class FeedTest {

  private static final Instant LATER = Instant.parse("2026-03-09T04:00:00Z");

  private final PublishedZone zone = new PublishedZone();
  private final Caller caller =
      new Caller(new LookupHandler(zone.client(), () -> LATER, zone.settings));

  private void publish(String generation, double total, Instant at) {
    zone.publish(
        2025, generation, List.of(PublishedZone.scored(2025, 1, "甲", "growth", "氢能", total)), at);
  }

  @Test
  void tellsOfAPublicationItsCorrectionAndARulebook() throws Exception {
    publish("a", 50, PublishedZone.NOON);
    publish("b", 60, LATER.minusSeconds(60));
    Approvals.approve(
        zone.tables,
        RulebookLoader.load(
            "own.yaml",
            """
            id: own
            title: 甲 & 乙 <2027>
            extends: xinxiang-2022-110
            effectiveFrom: 2027-01-01
            coverage: {atLeast: 1/2}
            """,
            Rulebooks.builtIn()),
        LATER);

    APIGatewayV2HTTPResponse answer = caller.get("/v1/feed.atom");

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders())
        .containsEntry("Content-Type", "application/atom+xml; charset=utf-8")
        .containsEntry("Cache-Control", "public, max-age=0, must-revalidate");
    assertThat(entries(answer).subList(0, 3))
        .containsExactly(
            List.of(
                "评价规则批准：甲 & 乙 <2027>",
                "2026-03-09T12:00:00.000+08:00",
                "自 2027-01-01 起施行。",
                "/rules"),
            List.of(
                "2025 年度企业创新积分结果更正",
                "2026-03-09T11:59:00.000+08:00",
                "公布总分和排名的企业 1 家，按《新乡高新区企业创新积分评价规则》计算。",
                "/ranking?year=2025"),
            List.of(
                "2025 年度企业创新积分结果公布",
                "2026-03-02T12:00:00.000+08:00",
                "公布总分和排名的企业 1 家，按《新乡高新区企业创新积分评价规则》计算。",
                "/ranking?year=2025"));
    assertThat(answer.getBody())
        .doesNotContain(Approvals.PREPARES.name(), Approvals.DECIDES.name(), FactsZone.uscc(1));
  }

  @Test
  void staysTheSameAsLongAsNothingHappens() {
    publish("a", 50, PublishedZone.NOON);
    String etag = caller.get("/v1/feed.atom").getHeaders().get("ETag");

    assertThat(caller.get("/v1/feed.atom", Map.of(), Map.of("If-None-Match", etag)).getStatusCode())
        .isEqualTo(304);
  }

  /** Title, time, summary and address of every entry. */
  private static List<List<String>> entries(APIGatewayV2HTTPResponse answer) throws Exception {
    var nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(answer.getBody())))
            .getElementsByTagName("entry");
    var entries = new ArrayList<List<String>>();
    for (int i = 0; i < nodes.getLength(); i++) {
      var entry = (Element) nodes.item(i);
      entries.add(
          List.of(
              text(entry, "title"),
              text(entry, "updated"),
              text(entry, "summary"),
              ((Element) entry.getElementsByTagName("link").item(0)).getAttribute("href")));
    }
    return entries;
  }

  private static String text(Element entry, String name) {
    return entry.getElementsByTagName(name).item(0).getTextContent();
  }
}
