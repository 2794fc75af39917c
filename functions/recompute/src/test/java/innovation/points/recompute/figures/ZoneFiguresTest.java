package innovation.points.recompute.figures;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.aggregate.AggregatePart;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.ZoneFigure;
import innovation.points.store.publication.ZoneFigure.By;
import innovation.points.store.table.StoredJson;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of the zone, computed by hand. */
class ZoneFiguresTest {

  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");

  private final ZoneTally tally = new ZoneTally();
  private int enterprises;

  private void add(String stage, String cluster, AggregatePart... contributions) {
    String uscc = "E%03d".formatted(++enterprises);
    tally.add(new Place(stage, cluster, null, "C39"), uscc, List.of(contributions));
  }

  private static AggregatePart rd(double amount) {
    return new AggregatePart("rd", BigDecimal.valueOf(amount), null, null);
  }

  private static AggregatePart intensity(double rd, double revenue) {
    return new AggregatePart(
        "rd-intensity", BigDecimal.valueOf(rd), BigDecimal.valueOf(revenue), null);
  }

  private static AggregatePart contract(String number, double amount) {
    return new AggregatePart("contracts", BigDecimal.valueOf(amount), null, number);
  }

  private static List<String> figures(ZoneTally tally, String aggregate) {
    return ZoneFigures.of(tally, RULEBOOK).stream()
        .filter(one -> one.aggregate().equals(aggregate))
        .filter(one -> one.by() != By.PARK && one.by() != By.INDUSTRY)
        .map(ZoneFiguresTest::say)
        .toList();
  }

  private static String say(ZoneFigure figure) {
    return "%s %s %s"
        .formatted(figure.by(), figure.id(), figure.suppressed() ? "suppressed" : figure.value());
  }

  @Test
  void sumsAreOfAllAndByGroup() {
    for (double rd : new double[] {100.1, 200.2, 300.3}) {
      add("growth", "生物医药", rd(rd));
    }
    for (double rd : new double[] {40, 50, 60}) {
      add("startup", "氢能", rd(rd));
    }
    assertThat(figures(tally, "rd"))
        .containsExactly(
            "ALL null 750.6",
            "STAGE startup 150.0",
            "STAGE growth 600.6",
            "CLUSTER 氢能 150.0",
            "CLUSTER 生物医药 600.6");
  }

  @Test
  void aSmallGroupAndTheSmallestBesideItAreSuppressed() {
    for (int i = 0; i < 5; i++) {
      add("growth", "生物医药", rd(100));
    }
    for (int i = 0; i < 3; i++) {
      add("startup", "生物医药", rd(10));
    }
    add("mature", "生物医药", rd(70));
    add("mature", "生物医药", rd(80));
    assertThat(figures(tally, "rd"))
        .containsExactly(
            "ALL null 680.0",
            "STAGE startup suppressed",
            "STAGE growth 500.0",
            "STAGE mature suppressed",
            "CLUSTER 生物医药 680.0");
  }

  /** 30 / 1000, 60 / 1000 and 30 / 400: 120 of 2400 are 5 %, not the mean of the three. */
  @Test
  void intensityIsOfTheSums() {
    add("growth", "氢能", intensity(30, 1000));
    add("growth", "氢能", intensity(60, 1000));
    add("growth", "氢能", intensity(30, 400));
    assertThat(figures(tally, "rd-intensity").getFirst()).isEqualTo("ALL null 5.0");
  }

  /**
   * HT-1 is in the files of both its sides, with 500 and 480: it counts once, for who says 500. 500
   * + 300 + 200 + 100.
   */
  @Test
  void aContractOfTwoEnterprisesCountsOnce() {
    add("growth", "氢能", contract("HT-1", 480), contract("HT-2", 300));
    add("growth", "氢能", contract("HT-1", 500));
    add("growth", "氢能", contract("HT-3", 200));
    add("growth", "氢能", contract("HT-4", 100));
    assertThat(figures(tally, "contracts").getFirst()).isEqualTo("ALL null 1100.0");
  }

  @Test
  void tallyOfSegmentsIsThatOfTheWhole() {
    add("growth", "氢能", contract("HT-1", 480), rd(7));
    add("growth", "氢能", contract("HT-1", 500), rd(8), intensity(8, 100));
    var whole = new ZoneTally();
    for (int segment = 0; segment < 2; segment++) {
      whole.add(StoredJson.read(StoredJson.write(tally.document()), ZoneTally.Document.class));
    }
    var again = new ZoneTally();
    again.add(tally.document());
    again.add(tally.document());
    assertThat(ZoneFigures.of(whole, RULEBOOK)).isEqualTo(ZoneFigures.of(again, RULEBOOK));
  }

  @Test
  void whatNobodySaysIsUnknown() {
    add("growth", "氢能", rd(7));
    assertThat(figures(tally, "staff")).containsExactly("ALL null null");
  }
}
