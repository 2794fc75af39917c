package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Basis;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Rulebook.Coverage;
import innovation.points.scoring.rulebook.Rulebook.Dates;
import innovation.points.scoring.rulebook.Rulebook.Document;
import innovation.points.scoring.rulebook.Rulebook.GrowthBase;
import innovation.points.scoring.rulebook.Rulebook.History;
import innovation.points.scoring.rulebook.Rulebook.Parent;
import innovation.points.scoring.rulebook.Rulebook.Ranks;
import innovation.points.scoring.rulebook.Rulebook.Roster;
import innovation.points.scoring.rulebook.Rulebook.Services;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import innovation.points.scoring.rulebook.RulebookException;
import innovation.points.scoring.rulebook.Total;
import innovation.points.scoring.rulebook.Total.Decays;
import innovation.points.scoring.rulebook.Total.Mean;
import innovation.points.scoring.rulebook.Total.Step;
import innovation.points.scoring.rulebook.Uses;
import innovation.points.scoring.rulebook.Uses.Seeds;
import innovation.points.scoring.rulebook.Uses.Tier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Reads a rulebook and collects all its problems before refusing it. */
public final class RulebookReader {
  private static final int MANY_YEARS = 20;
  private static final int MANY_PLACES = 6;
  private static final int WHOLE = 100;
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,6})/([1-9]\\d{0,5})");

  private static final Map<String, Mean> MEANS =
      Map.of("arithmetic", Mean.ARITHMETIC, "geometric", Mean.GEOMETRIC);
  private static final Map<String, Decays> DECAYS =
      Map.of("product", Decays.PRODUCT, "least", Decays.LEAST);

  private final String name;
  private final String yaml;
  private final ReadingProblems problems = new ReadingProblems();
  private final Collection<Rulebook> known;
  private ReadingContext context = new ReadingContext(problems);
  private ItemsReader items = new ItemsReader(context);
  private List<Case> cases = List.of();

  /**
   * @param name of the file, for messages
   * @param known the rulebooks that it may extend
   */
  public RulebookReader(String name, String yaml, Collection<Rulebook> known) {
    this.name = name;
    this.yaml = yaml;
    this.known = known;
  }

  /**
   * Reads the rulebook.
   *
   * @throws RulebookException where it has any problem
   */
  public Rulebook read() {
    Node document = compose(yaml);
    if (!(document instanceof MappingNode own)) {
      throw refused(() -> new Section(problems, document, 1));
    }
    Text text = text(own);
    int first = since(text.root());
    List<Integer> changes = new DatedValues(problems, first).changes(text.root());
    refuse();
    List<Rulebook> later = changes.stream().map(year -> version(text, year, List.of())).toList();
    Rulebook rulebook = version(text, first, later);
    refuse();
    return rulebook;
  }

  /** A self-contained text and its nodes. */
  private record Text(String yaml, MappingNode root, @Nullable Parent parent) {}

  private Text text(MappingNode own) {
    Section section = new Section(new ReadingProblems(), own, 1);
    if (!section.has("extends")) {
      return new Text(yaml, own, null);
    }
    String id = section.text("extends");
    int line = section.line("extends");
    Rulebook parent = known.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    if (id.equals(section.text("id"))) {
      problems.add(line, "另一份规则的编号", id, "规则不能以自己为底本。");
    } else if (parent == null) {
      String ids = String.join("、", known.stream().map(Rulebook::id).toList());
      problems.add(line, "已批准的规则的编号（" + ids + "）", id, "请先提交作为底本的规则并获批准。");
    }
    if (section.has("resolvedFrom")) {
      problems.add(section.line("resolvedFrom"), "extends 或 resolvedFrom 之一", "两者都有");
    }
    refuse();
    if (parent == null || !(compose(parent.text()) instanceof MappingNode base)) {
      throw new IllegalStateException("a rulebook that was read is a mapping");
    }
    var extension = new Extension(problems, id, parent.since(), key(own, "extends").getStartMark());
    MappingNode merged = extension.merge(base, own);
    refuse();
    var from = new Parent(id, parent.digest(), extension.differences());
    return new Text(ResolvedText.of(merged, from), merged, from);
  }

  private static Node key(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .map(NodeTuple::getKeyNode)
        .filter(one -> DatedValues.text(one).equals(key))
        .findFirst()
        .orElseThrow();
  }

  private int since(MappingNode root) {
    // Problems are reported when the section is read later.
    return new Section(new ReadingProblems(), root, 1).date("effectiveFrom").getYear();
  }

  private Rulebook version(Text text, int year, List<Rulebook> later) {
    context = new ReadingContext(problems);
    items = new ItemsReader(context);
    Section root = new Section(problems, DatedValues.at(year, text.root()), 1);
    Parent parent =
        root.has("resolvedFrom")
            ? ResolvedText.parent(root.section("resolvedFrom"))
            : text.parent();
    Rulebook rulebook = rulebook(root, text.yaml(), parent, year, later);
    cases = new CasesReader(context).read(root);
    root.done();
    return rulebook;
  }

  private RulebookException refused(Runnable noting) {
    noting.run();
    return new RulebookException(name, problems.inOrder());
  }

  /** The attached cases; available after {@link #read}. */
  public List<Case> cases() {
    return cases;
  }

  private Rulebook rulebook(
      Section root, String text, @Nullable Parent parent, int since, List<Rulebook> later) {
    new DatasetsReader(context).read(root.sections("datasets"));
    if (root.has("growth")) {
      context.growth(growth(root.section("growth")));
    }
    IndicatorsReader indicators = new IndicatorsReader(context, items);
    RulesReader rules = new RulesReader(context, items);
    List<Category> categories = indicators.categories(root);
    List<Stage> stages = new StagesReader(context).read(root, categories);
    List<String> stageIds = stages.stream().map(Stage::id).toList();
    Uses uses = root.has("uses") ? uses(root.section("uses"), stages) : null;
    BenefitsReader benefits = new BenefitsReader(context, items, stageIds, uses);
    return new Rulebook(
        root.text("id"),
        root.text("title"),
        document(root.section("document")),
        root.date("effectiveFrom"),
        digest(text),
        text,
        parent,
        since,
        later,
        dates(root.section("dates")),
        roster(root.section("roster")),
        coverage(root.section("coverage")),
        context.growth(),
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
        uses,
        root.has("services") ? services(root.sections("services"), stageIds) : List.of(),
        root.has("benefits") ? benefits.read(root.sections("benefits")) : List.of(),
        root.has("aggregates")
            ? new AggregatesReader(context, items).read(root.sections("aggregates"))
            : List.of(),
        new RewardsReader(context, items).read(root.section("rewards")));
  }

  private @Nullable Node compose(String text) {
    try {
      Node node = RulebookText.compose(text);
      if (node == null) {
        problems.add(1, "一份规则", "空文件");
      }
      refuse();
      return node;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      int line = mark == null ? 1 : mark.getLine() + 1;
      problems.add(line, "合法的 YAML", "无法解析的内容", "（" + e.getProblem() + "）");
    } catch (YAMLException e) {
      problems.add(1, "合法的 YAML", "无法解析的内容", "（" + e.getMessage() + "）");
    }
    refuse();
    return null;
  }

  private void refuse() {
    if (problems.count() > 0) {
      throw new RulebookException(name, problems.inOrder());
    }
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
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
    boolean rescales = word(section, "missing", Map.of("zero", false, "rescale", true), false);
    boolean verified =
        word(section, "unverified", Map.of("count", false, "leave-out", true), false);
    Coverage coverage = new Coverage(part, whole, rescales, verified, context.basis(section));
    section.done();
    return coverage;
  }

  private GrowthBase growth(Section section) {
    boolean missing =
        word(section, "baseNotPositive", Map.of("zero", false, "missing", true), false);
    GrowthBase growth = new GrowthBase(missing, context.basis(section));
    section.done();
    return growth;
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
            word(section, "mean", MEANS, Mean.ARITHMETIC),
            word(section, "decays", DECAYS, Decays.PRODUCT),
            steps(section),
            section.number("floor").doubleValue(),
            section.integer("places", 0, MANY_PLACES),
            context.basis(section));
    section.done();
    return total;
  }

  /** A word that may be left out. */
  private static <T> T word(Section section, String key, Map<String, T> words, T otherwise) {
    return section.has(key)
        ? section.oneOf(
            key, words, String.join("、", new TreeSet<>(words.keySet())) + " 之一", otherwise)
        : otherwise;
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
            word(section, "overall", Map.of("published", true, "none", false), true),
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
          new Tier(list.text("id"), context.name(list), list.integer("upTo", above + 1, WHOLE));
      list.done();
      above = tier.upTo();
      tiers.add(tier);
    }
    Section seeds = section.section("seeds");
    List<String> of = stages(seeds, stages.stream().map(Stage::id).toList());
    var uses =
        new Uses(tiers, new Seeds(of, seeds.integer("upTo", 1, WHOLE)), context.basis(section));
    seeds.done();
    section.done();
    return uses;
  }

  private List<String> stages(Section section, List<String> known) {
    List<String> of = section.texts("stages");
    for (String stage : of) {
      if (!known.contains(stage)) {
        problems.add(section.line("stages"), String.join("、", known) + " 之一", stage);
      }
    }
    return of;
  }

  private List<Services> services(List<Section> sections, List<String> stageIds) {
    List<Services> services = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Section section : sections) {
      List<String> of = stages(section, stageIds);
      for (String stage : of) {
        if (!seen.add(stage)) {
          problems.add(section.line("stages"), "每个阶段一处服务", stage + " 有两处");
        }
      }
      List<String> items = section.texts("items");
      if (section.has("en") && section.texts("en").size() != items.size()) {
        problems.add(
            section.line("en"),
            "与 items 一一对应的 " + items.size() + " 项英文",
            section.texts("en").size() + " 项");
      }
      services.add(new Services(of, items, context.basis(section)));
      section.done();
    }
    return services;
  }

  private static String only(Section section, String key, String word) {
    return section.oneOf(key, Map.of(word, word), word, word);
  }
}
