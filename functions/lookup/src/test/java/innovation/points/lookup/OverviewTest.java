package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.store.scores.ScoreRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewTest {
  private final PublishedZone zone = new PublishedZone();
  private final Caller caller = zone.caller();

  private static List<ScoreRow> rows(int year, String stage, String cluster, double... totals) {
    var rows = new ArrayList<ScoreRow>();
    for (double total : totals) {
      int number = year * 1000 + (int) Math.round(total * 10) + stage.length() * 100_000_000;
      rows.add(PublishedZone.scored(year, number, "企业" + number, stage, cluster, total));
    }
    return rows;
  }

  @Test
  void showsFiguresByGroupWithTheYearBeforeBesideThem() {
    var before = rows(2024, "growth", "生物医药", 10, 20, 30);
    zone.publish(2024, "g2024", before);
    var now = new ArrayList<ScoreRow>();
    now.addAll(rows(2025, "growth", "生物医药", 50, 51, 52, 61));
    now.addAll(rows(2025, "mature", "氢能", 70, 80, 90));
    zone.publish(2025, "g2025", now);

    JsonNode overview = Caller.json(caller.get("/v1/years/2025/overview"));

    assertThat(overview.toString())
        .isEqualTo(
            "{\"year\":2025,\"generation\":\"g2025\","
                + "\"before\":{\"year\":2024,\"generation\":\"g2024\"},\"notPublished\":null,"
                + "\"all\":{\"now\":{\"enterprises\":7,\"mean\":64.86,\"median\":61,"
                + "\"quartiles\":[51.5,61,75],\"histogram\":[{\"from\":50,\"to\":60,"
                + "\"enterprises\":3},{\"from\":60,\"to\":110,\"enterprises\":4}]},"
                + "\"before\":{\"enterprises\":3,\"mean\":20,\"median\":20,"
                + "\"quartiles\":[15,20,25],\"histogram\":[{\"from\":10,\"to\":40,"
                + "\"enterprises\":3}]}},"
                + "\"stages\":[{\"id\":\"growth\",\"now\":{\"enterprises\":4,\"mean\":53.5,"
                + "\"median\":51.5,\"quartiles\":[50.75,51.5,54.25],\"histogram\":null},"
                + "\"before\":{\"enterprises\":3,\"mean\":20,\"median\":20,"
                + "\"quartiles\":[15,20,25],\"histogram\":null}},"
                + "{\"id\":\"mature\",\"now\":{\"enterprises\":3,\"mean\":80,\"median\":80,"
                + "\"quartiles\":[75,80,85],\"histogram\":null},\"before\":null}],"
                + "\"clusters\":[{\"id\":\"氢能\",\"now\":{\"enterprises\":3,\"mean\":80,"
                + "\"median\":80,\"quartiles\":[75,80,85],\"histogram\":null},\"before\":null},"
                + "{\"id\":\"生物医药\",\"now\":{\"enterprises\":4,\"mean\":53.5,\"median\":51.5,"
                + "\"quartiles\":[50.75,51.5,54.25],\"histogram\":null},"
                + "\"before\":{\"enterprises\":3,\"mean\":20,\"median\":20,"
                + "\"quartiles\":[15,20,25],\"histogram\":null}}],"
                + "\"industries\":[{\"id\":\"C34\",\"now\":{\"enterprises\":7,\"mean\":64.86,"
                + "\"median\":61,\"quartiles\":[51.5,61,75],\"histogram\":null},"
                + "\"before\":{\"enterprises\":3,\"mean\":20,\"median\":20,"
                + "\"quartiles\":[15,20,25],\"histogram\":null}}],"
                + "\"parks\":[{\"id\":\"主园区\",\"now\":{\"enterprises\":7,\"mean\":64.86,"
                + "\"median\":61,\"quartiles\":[51.5,61,75],\"histogram\":null},"
                + "\"before\":{\"enterprises\":3,\"mean\":20,\"median\":20,"
                + "\"quartiles\":[15,20,25],\"histogram\":null},"
                + "\"top\":90,\"stages\":{\"growth\":4,\"mature\":3}}]}");
  }

  @Test
  void smallGroupAndTheOneThatWouldGiveItAwayAreNull() {
    var rows = new ArrayList<ScoreRow>();
    rows.addAll(rows(2025, "growth", "生物医药", 50, 51, 52, 61, 62));
    rows.addAll(rows(2025, "mature", "氢能", 70, 80, 90));
    rows.addAll(rows(2025, "startup", "其他", 33));
    zone.publish(2025, "g2025", rows);

    JsonNode overview = Caller.json(caller.get("/v1/years/2025/overview"));

    assertThat(overview.get("before").isNull()).isTrue();
    String hidden =
        "{\"enterprises\":null,\"mean\":null,\"median\":null,\"quartiles\":null,"
            + "\"histogram\":null,\"suppressed\":true}";
    JsonNode stages = overview.get("stages");
    assertThat(stages.get(0).get("now").get("enterprises").intValue()).isEqualTo(5);
    assertThat(stages.get(1).get("now").toString()).isEqualTo(hidden);
    assertThat(stages.get(2).get("now").toString()).isEqualTo(hidden);
  }

  /** A park of two, and the one from which it could be worked out. */
  @Test
  void parksHaveTheirStagesAndTheirBestWhereTheyAreShown() {
    var rows = new ArrayList<ScoreRow>();
    rows.addAll(rows(2025, "growth", "生物医药", 50, 51, 52));
    rows.addAll(rows(2025, "mature", "氢能", 70, 80, 90));
    rows.addAll(
        rows(2025, "startup", "其他", 33, 34).stream()
            .map(row -> PublishedZone.inPark(row, "东区"))
            .toList());
    rows.addAll(
        rows(2025, "startup", "其他", 35, 36, 37, 38, 39, 40, 41).stream()
            .map(row -> PublishedZone.inPark(row, "西区"))
            .toList());
    zone.publish(2025, "g2025", rows);

    JsonNode parks = Caller.json(caller.get("/v1/years/2025/overview")).get("parks");

    assertThat(parks)
        .extracting(
            park ->
                "%s %s %s %s"
                    .formatted(
                        park.get("id").asText(),
                        park.at("/now/enterprises"),
                        park.get("top"),
                        park.get("stages")))
        .containsExactly("东区 null null null", "主园区 null null null", "西区 7 41 {\"startup\":7}");
    JsonNode listed =
        Caller.json(caller.get("/v1/years/2025/rankings?park=%E4%B8%9C%E5%8C%BA")).get("items");
    assertThat(listed).extracting(one -> one.get("park").asText()).containsExactly("东区", "东区");
    assertThat(listed).extracting(one -> one.get("total").asInt()).containsExactly(34, 33);
  }

  @Test
  void fewerThanThreeAltogetherAreNotShownAtAll() {
    zone.publish(2025, "g2025", rows(2025, "growth", "生物医药", 50, 51));
    JsonNode overview = Caller.json(caller.get("/v1/years/2025/overview"));
    assertThat(overview.get("all").get("now").get("suppressed").booleanValue()).isTrue();
  }
}
