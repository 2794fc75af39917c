package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Basis;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Rulebook.Coverage;
import innovation.points.scoring.rulebook.Rulebook.Dates;
import innovation.points.scoring.rulebook.Rulebook.Document;
import innovation.points.scoring.rulebook.Rulebook.History;
import innovation.points.scoring.rulebook.Rulebook.Ranks;
import innovation.points.scoring.rulebook.Rulebook.Roster;
import innovation.points.scoring.rulebook.Rulebook.Seeds;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import innovation.points.scoring.rulebook.Rulebook.Step;
import innovation.points.scoring.rulebook.Rulebook.Tier;
import innovation.points.scoring.rulebook.Rulebook.Total;
import innovation.points.scoring.rulebook.Rulebook.Uses;
import innovation.points.scoring.rulebook.RulebookException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a whole rulebook, noting everything that is wrong before it refuses one. */
public final class RulebookReader {
  private static final int MANY_YEARS = 20;
  private static final int MANY_PLACES = 6;
  private static final int WHOLE = 100;
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,6})/([1-9]\\d{0,5})");

  private final String name;
  private final String yaml;
  private final ReadingProblems problems = new ReadingProblems();
  private final ReadingContext context = new ReadingContext(problems);
  private final ItemsReader items = new ItemsReader(context);
  private List<Case> cases = List.of();

  public RulebookReader(String name, String yaml) {
    this.name = name;
    this.yaml = yaml;
  }

  /**
   * Reads it.
   *
   * @throws RulebookException where anything is wrong
   */
  public Rulebook read() {
    Section root = new Section(problems, compose(), 1);
    Rulebook rulebook = rulebook(root);
    cases = new CasesReader(context).read(root);
    root.done();
    refuse();
    return rulebook;
  }

  /** The cases attached to it; to be asked after {@link #read}. */
  public List<Case> cases() {
    return cases;
  }

  private Rulebook rulebook(Section root) {
    new DatasetsReader(context).read(root.sections("datasets"));
    IndicatorsReader indicators = new IndicatorsReader(context, items);
    RulesReader rules = new RulesReader(context, items);
    List<Category> categories = indicators.categories(root);
    List<Stage> stages = new StagesReader(context).read(root, categories);
    List<String> stageIds = stages.stream().map(Stage::id).toList();
    return new Rulebook(
        root.text("id"),
        root.text("title"),
        document(root.section("document")),
        root.date("effectiveFrom"),
        digest(),
        yaml,
        dates(root.section("dates")),
        roster(root.section("roster")),
        coverage(root.section("coverage")),
        context.datasets(),
        categories,
        stages,
        history(root.section("stageHistory")),
        indicators.read(root, categories, stageIds),
        rules.negativeList(root),
        rules.bonus(root),
        rules.decay(root, stageIds),
        total(root.section("total")),
        ranks(root.section("ranks")),
        root.has("uses") ? uses(root.section("uses"), stages) : null,
        new RewardsReader(context, items).read(root.section("rewards")));
  }

  private @Nullable Node compose() {
    try {
      Node node = RulebookText.compose(yaml);
      if (node == null) {
        problems.add(1, "一份规则", "空文件");
      }
      refuse();
      return node;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      int line = mark == null ? 1 : mark.getLine() + 1;
      problems.add(line, "合法的 YAML", "读不下去的内容", "（" + e.getProblem() + "）");
    } catch (YAMLException e) {
      problems.add(1, "合法的 YAML", "读不下去的内容", "（" + e.getMessage() + "）");
    }
    refuse();
    return null;
  }

  private void refuse() {
    if (problems.count() > 0) {
      throw new RulebookException(name, problems.inOrder());
    }
  }

  private String digest() {
    try {
      byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Document document(Section section) {
    Document document =
        new Document(section.text("name"), section.text("number"), section.date("issuedOn"));
    section.done();
    return document;
  }

  private Dates dates(Section section) {
    Section reference = section.section("referenceDay");
    MonthDay day = monthDay(reference);
    Basis referenceBasis = context.basis(reference);
    reference.done();
    Section window = section.section("window");
    int years = window.integer("years", 1, MANY_YEARS);
    Basis windowBasis = context.basis(window);
    window.done();
    Section age = section.section("age");
    Dates dates =
        new Dates(
            day,
            referenceBasis,
            years,
            windowBasis,
            context.field(age, "since"),
            context.basis(age));
    age.done();
    section.done();
    return dates;
  }

  private MonthDay monthDay(Section section) {
    String text = section.text("day");
    try {
      return MonthDay.parse("--" + text);
    } catch (DateTimeException e) {
      if (!text.isEmpty()) {
        problems.add(section.line("day"), "月-日（如 12-31）", Section.quote(text));
      }
      return MonthDay.of(1, 1);
    }
  }

  private Roster roster(Section section) {
    Roster roster = new Roster(context.perEnterprise(section, "dataset"), context.basis(section));
    section.done();
    return roster;
  }

  private Coverage coverage(Section section) {
    String text = section.text("atLeast");
    Matcher fraction = FRACTION.matcher(text);
    int part = 0;
    int whole = 1;
    if (fraction.matches()) {
      part = Integer.parseInt(fraction.group(1));
      whole = Integer.parseInt(fraction.group(2));
    }
    if (!text.isEmpty() && (!fraction.matches() || part > whole)) {
      problems.add(section.line("atLeast"), "不大于 1 的分数（如 2/3）", Section.quote(text));
    }
    Coverage coverage = new Coverage(part, whole, context.basis(section));
    section.done();
    return coverage;
  }

  private History history(Section section) {
    Rulebook.Dataset dataset = context.lineItems(section, "dataset");
    History history =
        new History(
            dataset,
            context.itemField(dataset, section, "year"),
            context.itemField(dataset, section, "stage"),
            context.basis(section));
    section.done();
    return history;
  }

  private Total total(Section section) {
    Total total =
        new Total(
            steps(section),
            section.number("floor").doubleValue(),
            section.integer("places", 0, MANY_PLACES),
            context.basis(section));
    section.done();
    return total;
  }

  private List<Step> steps(Section section) {
    List<String> ids = section.texts("order");
    Map<String, Step> known =
        Arrays.stream(Step.values()).collect(Collectors.toMap(Step::id, step -> step));
    boolean whole = ids.size() == known.size() && new HashSet<>(ids).equals(known.keySet());
    if (!whole || !ids.getFirst().equals("weigh") || !ids.getLast().equals("round")) {
      if (section.has("order")) {
        problems.add(
            section.line("order"),
            "weigh 在前、round 在后，中间 deduct、add-bonus、floor、decay 各一次",
            String.join("、", ids));
      }
      return List.of();
    }
    return ids.stream().map(id -> known.getOrDefault(id, Step.WEIGH)).toList();
  }

  private Ranks ranks(Section section) {
    Ranks ranks =
        new Ranks(
            only(section, "on", "published-total"),
            only(section, "ties", "share-and-skip"),
            only(section, "display", "uscc"),
            context.basis(section));
    section.done();
    return ranks;
  }

  private Uses uses(Section section, List<Stage> stages) {
    List<Section> lists = section.sections("tiers");
    context.unique(lists);
    List<Tier> tiers = new ArrayList<>();
    int above = 0;
    for (Section list : lists) {
      var tier =
          new Tier(list.text("id"), list.text("name"), list.integer("upTo", above + 1, WHOLE));
      list.done();
      above = tier.upTo();
      tiers.add(tier);
    }
    Section seeds = section.section("seeds");
    List<String> of = seeds.texts("stages");
    List<String> known = stages.stream().map(Stage::id).toList();
    for (String stage : of) {
      if (!known.contains(stage)) {
        problems.add(seeds.line("stages"), String.join("、", known) + " 之一", stage);
      }
    }
    var uses =
        new Uses(tiers, new Seeds(of, seeds.integer("upTo", 1, WHOLE)), context.basis(section));
    seeds.done();
    section.done();
    return uses;
  }

  private static String only(Section section, String key, String word) {
    return section.oneOf(key, Map.of(word, word), word, word);
  }
}
