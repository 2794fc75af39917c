package innovation.points.recompute.asking;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Sha256;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.reward.ClaimedTwice;
import innovation.points.scoring.reward.ItemClaim;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.scoring.rulebook.Rewards.RewardRule;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.facts.CertificateEnds;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.RosterCandidate;
import innovation.points.store.questions.QuestionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of all enterprises show: whom a delivered dataset lacks after its due date, whose
 * certificates end within 180 days, who is a candidate for a roster that has come, and which items
 * several claim. One scan of the facts.
 *
 * <p>A dataset that lacks enterprises is one question to its department, not one an enterprise: it
 * is one file that mends it, and hundreds of questions with one answer would hide all others.
 */
final class FactQuestions {

  private static final String ROSTER = "enterprises";
  private static final int NAMED = 10;
  private static final int DIGITS = 6;

  private final FactsTable facts;
  private final LocalDate today;
  private final Map<Integer, List<Dataset>> wanted = new HashMap<>();
  private final Map<Lack, Map<String, String>> lacking = new HashMap<>();
  private final Map<Integer, List<Dataset>> rosters = new HashMap<>();
  private final List<DailyFinding> ofEnterprises = new ArrayList<>();
  private final Map<Integer, Claims> claims = new TreeMap<>();

  /** What enterprises claim in a year that pays one of them, by enterprise, with their names. */
  private record Claims(
      Rulebook rulebook,
      RewardRules rules,
      Map<String, Set<ItemClaim>> all,
      Map<String, String> names) {}

  /** A dataset of a year. */
  private record Lack(int year, Dataset dataset) {}

  FactQuestions(FactsTable facts, LocalDate today) {
    this.facts = facts;
    this.today = today;
  }

  /**
   * Looks for enterprises that datasets of a year lack.
   *
   * @param delivered by their owning departments
   * @param zeros datasets in which departments list only those that have something
   */
  void look(int year, Catalogue catalogue, Set<String> delivered, Set<String> zeros) {
    if (delivered.contains(ROSTER)) {
      rosters.put(year, catalogue.datasets());
    }
    wanted.put(
        year,
        catalogue.datasets().stream()
            .filter(one -> one.shape() == Shape.PER_ENTERPRISE && !one.id().equals(ROSTER))
            .filter(one -> delivered.contains(one.id()) && !zeros.contains(one.id()))
            .filter(one -> one.due().filter(day -> today.isAfter(day.atYear(year + 1))).isPresent())
            .toList());
  }

  /** Looks for items that several enterprises claim by the rules of a year. */
  void look(int year, Rulebook rulebook) {
    claims.put(
        year, new Claims(rulebook, new RewardRules(rulebook), new HashMap<>(), new HashMap<>()));
  }

  List<DailyFinding> all() {
    facts.scanFiles(0, 1, this::look);
    var found = new ArrayList<>(ofEnterprises);
    lacking.forEach((lack, enterprises) -> found.add(finding(lack, enterprises)));
    claims.forEach(
        (year, of) -> ClaimedTwice.of(of.all()).forEach(one -> found.add(finding(year, of, one))));
    return found;
  }

  private void claims(EnterpriseFacts known) {
    claims.forEach(
        (year, of) -> {
          Set<ItemClaim> all = of.rules().claims(year, known);
          if (!all.isEmpty()) {
            of.all().put(known.uscc(), all);
            of.names().put(known.uscc(), Objects.requireNonNullElse(name(known), known.uscc()));
          }
        });
  }

  private static DailyFinding finding(int year, Claims of, ClaimedTwice twice) {
    RewardRule rule =
        of.rulebook().rewards().rules().stream()
            .filter(one -> one.id().equals(twice.claim().reward()))
            .findFirst()
            .orElseThrow();
    String names =
        twice.usccs().stream()
            .map(uscc -> of.names().getOrDefault(uscc, uscc))
            .collect(Collectors.joining("、"));
    return new DailyFinding(
        QuestionKind.CLAIM,
        year,
        twice.claim().item(),
        "%d 年度合同 %s".formatted(year, twice.claim().item()),
        Sha256.hex(String.join("\n", twice.usccs())).substring(0, DIGITS),
        null,
        null,
        null,
        Catalogue.load().dataset(rule.items().dataset().id()).map(Dataset::owner).stream().toList(),
        "合同编号 %s 同时由 %d 家企业登记：%s。确定登记企业以前，各家均不计“%s”。请核对登记记录，报送更正后的文件；更正后本问题自动撤回。"
            .formatted(twice.claim().item(), twice.usccs().size(), names, rule.name()));
  }

  private void look(EnterpriseFacts known, List<Contribution> said) {
    for (var year : wanted.entrySet()) {
      Set<String> datasets = new HashSet<>();
      for (Contribution one : said) {
        if (one.file().year() == year.getKey()) {
          datasets.add(one.file().dataset());
        }
      }
      if (datasets.contains(ROSTER)) {
        for (Dataset dataset : year.getValue()) {
          if (!datasets.contains(dataset.id())) {
            lacking
                .computeIfAbsent(new Lack(year.getKey(), dataset), _ -> new TreeMap<>())
                .put(known.uscc(), Objects.requireNonNullElse(name(known), known.uscc()));
          }
        }
      }
    }
    certificates(known);
    claims(known);
    rosters.forEach((year, datasets) -> candidate(year, datasets, known, said));
  }

  /** Without a kind of 三(一) it is no evaluation object, and nothing is to be decided. */
  private void candidate(
      int year, List<Dataset> datasets, EnterpriseFacts known, List<Contribution> said) {
    Dataset roster =
        datasets.stream().filter(one -> one.id().equals(ROSTER)).findFirst().orElseThrow();
    RosterCandidate.of(year, roster, datasets, known, said)
        .filter(one -> !one.kinds().isEmpty())
        .ifPresent(one -> ofEnterprises.add(finding(year, one, datasets, known)));
  }

  private static DailyFinding finding(
      int year, RosterCandidate one, List<Dataset> datasets, EnterpriseFacts known) {
    String named =
        datasets.stream()
            .filter(dataset -> one.datasets().contains(dataset.id()))
            .map(Dataset::title)
            .collect(Collectors.joining("、"));
    return new DailyFinding(
        QuestionKind.UNLISTED,
        year,
        ROSTER,
        "%d 年度企业名录".formatted(year),
        String.join("、", one.kinds()),
        one.uscc(),
        one.name(),
        text(known, "grid"),
        List.of(),
        "%s（%s）出现在 %d 年度的%s中，未列入企业名录；数据显示的纳入依据：%s。请核实：应纳入评价的补入名录（“报送进度”页可下载待补名录），不纳入的答复说明。"
            .formatted(
                Objects.requireNonNullElse(one.name(), "该企业"),
                one.uscc(),
                year,
                named,
                String.join("、", one.kinds())));
  }

  private static DailyFinding finding(Lack lack, Map<String, String> enterprises) {
    String title = "%d 年度%s".formatted(lack.year(), lack.dataset().title());
    String names = enterprises.values().stream().limit(NAMED).collect(Collectors.joining("、"));
    return new DailyFinding(
        QuestionKind.INCOMPLETE,
        lack.year(),
        lack.dataset().id(),
        title,
        Sha256.hex(String.join("\n", enterprises.keySet())).substring(0, DIGITS),
        null,
        null,
        null,
        List.of(lack.dataset().owner()),
        "%s已报送，报送期限已过，名录内仍有 %d 家企业没有数据：%s%s。完整清单见“报送进度”页；请补报，确无数据的请答复说明。"
            .formatted(title, enterprises.size(), names, enterprises.size() > NAMED ? " 等" : ""));
  }

  /** The certificates that end soon; one of its kind that holds longer makes it no matter. */
  private void certificates(EnterpriseFacts known) {
    Map<String, LocalDate> ends = CertificateEnds.byKind(known);
    for (LineItem one : known.items(CertificateEnds.DATASET)) {
      String kind = one.text("kind");
      String number = one.text("certificate");
      LocalDate end = CertificateEnds.of(one);
      if (kind != null
          && number != null
          && end.equals(ends.get(kind))
          && !end.isBefore(today)
          && !end.isAfter(today.plusDays(CertificateEnds.DAYS))) {
        ofEnterprises.add(
            new DailyFinding(
                QuestionKind.CERTIFICATE,
                end.getYear(),
                number,
                "%s证书 %s".formatted(kind, number),
                end.toString(),
                known.uscc(),
                name(known),
                text(known, "grid"),
                List.of(),
                "%s证书 %s 将于 %s 到期。请按期申请重新认定，未通过重新认定可能被扣分、影响资质类指标；已申请的请答复说明进展。"
                    .formatted(kind, number, end)));
      }
    }
  }

  private static @Nullable String name(EnterpriseFacts known) {
    return text(known, "name");
  }

  /** What the newest year says. */
  private static @Nullable String text(EnterpriseFacts known, String field) {
    return known.years().keySet().stream()
        .sorted((a, b) -> b - a)
        .map(year -> known.year(year).facts().get(field))
        .filter(Objects::nonNull)
        .map(Fact::value)
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).text())
        .findFirst()
        .orElse(null);
  }
}
