package innovation.points.acceptance.samplezone;

import innovation.points.acceptance.samplezone.enterprise.Achievements;
import innovation.points.acceptance.samplezone.enterprise.Dice;
import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.acceptance.samplezone.enterprise.SampleFigures;
import innovation.points.acceptance.samplezone.enterprise.SampleItems;
import innovation.points.acceptance.samplezone.enterprise.SampleStage;
import innovation.points.acceptance.samplezone.enterprise.SampleTrade;
import innovation.points.acceptance.samplezone.part.FactorParts;
import innovation.points.acceptance.samplezone.part.FigureParts;
import innovation.points.acceptance.samplezone.part.MistakeParts;
import innovation.points.acceptance.samplezone.part.NegativeParts;
import innovation.points.acceptance.samplezone.part.Part;
import innovation.points.acceptance.samplezone.part.RewardParts;
import innovation.points.acceptance.samplezone.part.SourceParts;
import innovation.points.acceptance.samplezone.part.StageParts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All enterprises of the sample zone: the cast first, then the crowd. */
public final class GeneratedZone {
  private static final long SEED = 20221230;
  private static final List<String> BRANCH_PARKS = List.of("东部分园", "北部分园");

  private static final int STARTUPS = 48;
  private static final int GROWTH = 46;
  private static final int EXPANSION = 14;
  private static final int MATURE = 8;

  private final List<SampleEnterprise> enterprises = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private GeneratedZone() {}

  public static GeneratedZone draw() {
    var zone = new GeneratedZone();
    cast().forEach(zone::play);
    zone.role("tie-second").copyFiguresOf(zone.role("tie-first"));
    zone.role("tie-third").copyFiguresOf(zone.role("tie-first"));
    zone.crowd(SampleStage.STARTUP, STARTUPS);
    zone.crowd(SampleStage.GROWTH, GROWTH);
    zone.crowd(SampleStage.EXPANSION, EXPANSION);
    zone.crowd(SampleStage.MATURE, MATURE);
    return zone;
  }

  private static List<Part> cast() {
    return Stream.of(
            StageParts.parts(),
            FigureParts.parts(),
            NegativeParts.parts(),
            FactorParts.bonus(),
            FactorParts.decay(),
            RewardParts.parts(),
            SourceParts.parts(),
            MistakeParts.parts())
        .flatMap(List::stream)
        .toList();
  }

  List<SampleEnterprise> enterprises() {
    return enterprises;
  }

  /** The enterprise with a role. */
  public SampleEnterprise role(String role) {
    return enterprises.stream()
        .filter(e -> e.role.equals(role))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody plays " + role));
  }

  /** The enterprise with a code. */
  public SampleEnterprise of(String uscc) {
    return enterprises.stream()
        .filter(e -> e.uscc.equals(uscc))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody has the code " + uscc));
  }

  private void play(Part part) {
    int serial = enterprises.size() + 1;
    var dice = new Dice(SEED + serial * 1_000_003L);
    var enterprise = create(part.role(), serial, part.stage(), part.registeredOn(), dice);
    double revenue = part.revenue().orElseGet(() -> revenue(part.stage(), part.quality(), dice));
    SampleFigures.draw(dice, enterprise, part.quality(), revenue, true);
    Achievements.draw(dice, enterprise, part.quality());
    enterprise.remove(item -> item.is("kind", "重大科技项目"));
    part.play().accept(enterprise);
    enterprises.add(enterprise);
  }

  private void crowd(SampleStage stage, int count) {
    for (int i = 0; i < count; i++) {
      int serial = enterprises.size() + 1;
      var dice = new Dice(SEED + serial * 1_000_003L);
      double quality = Math.clamp(dice.normal(0.52, 0.21), 0.05, 0.97);
      var enterprise = create("", serial, stage, registration(stage, dice), dice);
      if (dice.chance(0.2)) {
        enterprise.park = dice.of(BRANCH_PARKS);
      }
      SampleFigures.draw(dice, enterprise, quality, revenue(stage, quality, dice), false);
      Achievements.draw(dice, enterprise, quality);
      past(dice, enterprise);
      enterprises.add(enterprise);
    }
  }

  private SampleEnterprise create(
      String role, int serial, SampleStage stage, LocalDate registeredOn, Dice dice) {
    SampleTrade trade = SampleTrade.of(serial);
    int n = serial;
    String name = trade.name(n, stage);
    while (!names.add(name)) {
      n++;
      name = trade.name(n, stage);
    }
    var enterprise =
        new SampleEnterprise(
            role, serial, stage, name, registeredOn, trade.industry(), trade.cluster());
    enterprise.grid = "%02d-%02d".formatted(dice.day(2001, 2012).getYear() - 2000, serial % 40 + 1);
    return enterprise;
  }

  private static LocalDate registration(SampleStage stage, Dice dice) {
    return switch (stage) {
      case STARTUP -> dice.day(2022, 2024).plusDays(1);
      case GROWTH -> dice.chance(0.6) ? dice.day(2017, 2021) : dice.day(2006, 2016);
      case EXPANSION -> dice.day(2004, 2018);
      case MATURE -> dice.day(1998, 2013);
    };
  }

  /** Revenue of the last year, 万元, inside the stage. */
  private static double revenue(SampleStage stage, double quality, Dice dice) {
    double median = stage.pick(240, 780, 3900, 19000) * (0.6 + 0.8 * quality);
    return Math.clamp(
        dice.around(median, 0.55),
        stage.pick(12, 90, 2060, 10400),
        stage.pick(1880, 1940, 9650, 180_000));
  }

  /** Adds the records of earlier years, and the ordinary incidents of a zone. */
  private static void past(Dice dice, SampleEnterprise of) {
    if ((of.stage == SampleStage.EXPANSION || of.stage == SampleStage.MATURE) && dice.chance(0.6)) {
      int first = Math.max(2017, of.registeredOn.getYear() + 4);
      for (int year = first; year <= 2022; year++) {
        SampleItems.history(of, of.stage, year);
      }
    }
    if (dice.chance(0.05)) {
      of.year(2025).blank("rdTaxRelief", "highTechRevenue");
    }
    if (dice.chance(0.04)) {
      of.year(2024).absent("workforce");
    }
    if (dice.chance(0.1)) {
      of.year(2025).absent("safety");
    }
  }
}
