package innovation.points.recompute.report;

import innovation.points.datasets.catalogue.Divisions;
import innovation.points.recompute.report.AnalysisReport.Figures;
import innovation.points.recompute.report.AnalysisReport.Group;
import innovation.points.recompute.report.AnalysisReport.Industries;
import innovation.points.recompute.report.AnalysisReport.Stages;
import innovation.points.scoring.disclosure.SmallGroups;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 三、阶段分析 and 四、行业与主导产业集群. */
final class GroupSections {

  private static final int NAMED = 3;
  private static final String UNSAID = "未填";

  private GroupSections() {}

  static Stages stages(ReportTally tally, ReportTerms terms) {
    List<String> order =
        terms.rulebook().stages().reversed().stream().map(Rulebook.Stage::id).toList();
    List<Group> groups =
        groups(tally.now().stages(), tally.before().stages(), terms, terms.rulebook()::stageName);
    groups.sort(Comparator.comparing(group -> order.indexOf(group.id())));
    var text = new ArrayList<String>();
    if (!groups.isEmpty()) {
      text.add(
          "参与排名企业中，"
              + groups.stream()
                  .map(group -> "%s %d 家".formatted(group.name(), group.totals().enterprises()))
                  .collect(Collectors.joining("，"))
              + "。");
    }
    text.addAll(extremes(groups));
    hidden(groups, text);
    return new Stages(text, groups);
  }

  static Industries industries(ReportTally tally, ReportTerms terms) {
    Comparator<Group> largest =
        Comparator.comparing((Group group) -> group.totals().enterprises())
            .reversed()
            .thenComparing(Group::name);
    List<Group> clusters =
        groups(tally.now().clusters(), tally.before().clusters(), terms, name -> name);
    List<Group> industries =
        groups(tally.now().industries(), tally.before().industries(), terms, Divisions::name);
    clusters.sort(largest);
    industries.sort(largest);
    var text = new ArrayList<String>();
    first("主导产业", clusters, text);
    text.addAll(extremes(clusters));
    first("行业大类", industries, text);
    List<Group> all = new ArrayList<>(clusters);
    all.addAll(industries);
    hidden(all, text);
    return new Industries(text, clusters, industries);
  }

  private static List<Group> groups(
      Groups now, Groups before, ReportTerms terms, Function<String, String> name) {
    Set<String> hidden = hidden(now);
    Set<String> hiddenBefore = hidden(before);
    var ids = new TreeSet<>(now.groups().keySet());
    ids.addAll(before.groups().keySet());
    var groups = new ArrayList<Group>();
    for (String id : ids) {
      GroupTally one = now.groups().getOrDefault(id, new GroupTally());
      GroupTally then = before.groups().get(id);
      Figures totals = Analysis.figures(one.totals(), hidden.contains(id));
      groups.add(
          new Group(
              id.equals(Groups.NONE) ? null : id,
              id.equals(Groups.NONE) ? UNSAID : name.apply(id),
              totals,
              then == null ? null : Analysis.figures(then.totals(), hiddenBefore.contains(id)),
              totals.mean() == null ? Map.of() : categories(one, terms.rulebook())));
    }
    return groups;
  }

  private static Set<String> hidden(Groups groups) {
    var entries = new ArrayList<>(groups.groups().entrySet());
    // Enterprises without a group come last, as in the overview, so that of groups of equal size
    // the same ones are hidden.
    entries.sort(Comparator.comparing(group -> group.getKey().equals(Groups.NONE)));
    List<Integer> sizes = entries.stream().map(group -> group.getValue().totals().count()).toList();
    return SmallGroups.hidden(sizes).stream()
        .map(index -> entries.get(index).getKey())
        .collect(Collectors.toSet());
  }

  private static Map<String, Double> categories(GroupTally group, Rulebook rulebook) {
    var means = new LinkedHashMap<String, Double>();
    for (Category category : rulebook.categories()) {
      means.put(category.id(), group.category(category.id()));
    }
    return means;
  }

  /** The groups with the highest and the lowest disclosed mean. */
  private static List<String> extremes(List<Group> groups) {
    List<Group> told =
        groups.stream()
            .filter(group -> group.id() != null && group.totals().mean() != null)
            .sorted(
                Comparator.comparing((Group group) -> Objects.requireNonNull(group.totals().mean()))
                    .thenComparing(Group::name))
            .toList();
    if (told.size() < 2) {
      return List.of();
    }
    Group lowest = told.getFirst();
    Group highest = told.getLast();
    return List.of(
        "平均总分最高的是%s，%s（中位数 %s）；最低的是%s，%s（中位数 %s）。"
            .formatted(
                highest.name(),
                Wording.points(highest.totals().mean()),
                Wording.points(highest.totals().median()),
                lowest.name(),
                Wording.points(lowest.totals().mean()),
                Wording.points(lowest.totals().median())));
  }

  private static void first(String kind, List<Group> groups, List<String> text) {
    List<Group> named =
        groups.stream()
            .filter(group -> group.id() != null && group.totals().enterprises() > 0)
            .toList();
    if (named.isEmpty()) {
      return;
    }
    int all = groups.stream().mapToInt(group -> group.totals().enterprises()).sum();
    List<Group> largest = named.stream().limit(NAMED).toList();
    int together = largest.stream().mapToInt(group -> group.totals().enterprises()).sum();
    text.add(
        "参与排名企业分布在 %d 个%s，企业较多的有%s，合计占 %s。"
            .formatted(
                named.size(),
                kind,
                largest.stream()
                    .map(group -> "%s（%d 家）".formatted(group.name(), group.totals().enterprises()))
                    .collect(Collectors.joining("、")),
                Wording.percent(together, all)));
  }

  private static void hidden(List<Group> groups, List<String> text) {
    if (groups.stream()
        .anyMatch(group -> group.totals().enterprises() > 0 && group.totals().mean() == null)) {
      text.add("不足 3 家企业的组只列家数，不公布平均值等指标；为防止推算，必要时家数最少的其他组同样处理。");
    }
  }
}
