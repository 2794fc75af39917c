package innovation.points.store.scores;

import innovation.points.person.Person;
import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.plan.FieldsRead;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunChanges;
import innovation.points.store.scores.Detail.Bonus;
import innovation.points.store.scores.Detail.Deduction;
import innovation.points.store.scores.Detail.FactUsed;
import innovation.points.store.scores.Detail.Indicator;
import innovation.points.store.scores.facts.ScoredFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Results as the tests need them. */
public final class Samples {

  public static final Instant NOON = Instant.parse("2026-01-05T04:00:00Z");

  private Samples() {}

  static String uscc(int number) {
    return "914107%012d".formatted(number);
  }

  static Card scored(String uscc, String stage, double total) {
    var categories = new LinkedHashMap<String, Double>();
    categories.put("technology", 55.1);
    categories.put("growth", 70.02);
    categories.put("auxiliary", 61.4);
    return new Card(
        uscc,
        "新乡甲科技有限公司",
        2025,
        null,
        ScoreStatus.SCORED,
        stage,
        total,
        categories,
        new Card.Addition(Map.of("technology", 0.35), 66.5, new Card.Adjustments(5, 3, 0.9)),
        new Card.Before(60.5, new Rank(2, 3, 1, 2)),
        null,
        "xinxiang-2022-110",
        List.of(),
        List.of());
  }

  static Card excluded(String uscc) {
    return new Card(
        uscc,
        null,
        2025,
        null,
        ScoreStatus.EXCLUDED,
        "growth",
        null,
        null,
        null,
        null,
        null,
        "xinxiang-2022-110",
        List.of("credit"),
        List.of());
  }

  static Detail detail(@Nullable Double coverage) {
    return new Detail(
        coverage,
        List.of(new Deduction("environment-warning", -5, "环境信用等级为警示", List.of())),
        List.of(new Bonus("major-project", "重大科技项目", "国家级", 3, List.of())),
        List.of(new Detail.Decay("growth-stay", 0.9, "在成长期满 10 年")),
        List.of(
            new Indicator(
                "1.1",
                "研发费用金额",
                "万元",
                250.0,
                6,
                12,
                "scored",
                "",
                List.of(),
                List.of(fact()),
                null),
            new Indicator(
                "1.2", "研发费用增速", "%", null, 0, 12, "missing", "缺少研发费用", List.of(), List.of(),
                null)),
        List.of(),
        List.of(),
        List.of(),
        List.of("credit"),
        "ab".repeat(32));
  }

  static FactUsed fact() {
    return new FactUsed("rdExpense", Value.of(250), "uploads/tax/operations/2025/a.csv", "v1", 17);
  }

  static ScoreRow row(Card card) {
    Double coverage = card.status() == ScoreStatus.SCORED ? 0.93 : null;
    return new ScoreRow(
        card,
        new ScoreRow.Listing("C34", "生物医药", "主园区", "07-32", coverage),
        "ab".repeat(32),
        facts(card),
        List.of(
            new RewardEntry(
                "contracts", new BigDecimal("55490.00"), "技术合同成交额的 1%", List.of(fact()))),
        NOON,
        _ -> detail(coverage));
  }

  /** One figure of the year. */
  private static ScoredFacts facts(Card card) {
    var source = new innovation.points.scoring.facts.Source(fact().key(), fact().version(), 17);
    var year =
        new YearFacts(
            Map.of(fact().field(), new Fact(fact().value(), source)), Set.of("enterprises"));
    return ScoredFacts.of(
        new ScoringInput(
            card.year(),
            new EnterpriseFacts(card.uscc(), Map.of(card.year(), year), Map.of()),
            new Deliveries(Map.of(card.year(), Set.of("enterprises"))),
            Map.of()),
        new FieldsRead(Set.of(), Map.of(fact().field(), Set.of(0)), Map.of(), Set.of(), Set.of()));
  }

  static ScoreRow row(int number) {
    return row(scored(uscc(number), "growth", 63.25));
  }

  public static final Person PREPARES = new Person("sub-a", "李敏", "bureau", null);
  public static final Person DECIDES = new Person("sub-b", "王芳", "approver", null);

  public static Run ordered(String id) {
    return Run.ordered(2025, id, new Run.Order(true, null, false, PREPARES, NOON));
  }

  public static GenerationCounts counts(int enterprises) {
    return new GenerationCounts(
        enterprises,
        enterprises,
        enterprises,
        0,
        0,
        Map.of("growth", enterprises),
        Map.of("all", enterprises));
  }

  public static RunChanges noChanges() {
    return new RunChanges(null, 0, 0, 0, 0, 0, List.of());
  }
}
