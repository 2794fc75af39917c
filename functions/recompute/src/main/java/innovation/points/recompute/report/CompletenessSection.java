package innovation.points.recompute.report;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.recompute.report.AnalysisReport.Completeness;
import innovation.points.recompute.report.AnalysisReport.Delivery;
import innovation.points.recompute.report.AnalysisReport.Department;
import innovation.points.scoring.disclosure.SmallGroups;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 七、数据完整性. */
final class CompletenessSection {

  private CompletenessSection() {}

  static Completeness of(ReportTally tally, ReportTerms terms) {
    Catalogue catalogue = Catalogue.load();
    List<Delivery> deliveries =
        catalogue.datasets().stream()
            // What is not due is named only where there is something to report.
            .filter(one -> one.due().isPresent() || terms.delivered().contains(one.id()))
            .map(
                dataset ->
                    new Delivery(
                        dataset.id(),
                        dataset.title(),
                        dataset.owner(),
                        catalogue.departmentName(dataset.owner()),
                        terms.delivered().contains(dataset.id())))
            .toList();
    List<Department> departments =
        catalogue.departments().stream()
            .map(one -> department(one.id(), one.name(), deliveries, tally, terms.rulebook()))
            .filter(one -> one.datasets() > 0 || one.indicators() > 0)
            .toList();
    Double known = known(tally, tally.indicators().keySet().stream().toList());
    return new Completeness(
        text(known, deliveries, departments, terms), known, deliveries, departments);
  }

  private static Department department(
      String id, String name, List<Delivery> deliveries, ReportTally tally, Rulebook rulebook) {
    List<String> indicators =
        rulebook.indicators().stream()
            .filter(
                one ->
                    one.formula().datasets().stream()
                        .flatMap(used -> Catalogue.load().dataset(used.id()).stream())
                        .map(Dataset::owner)
                        .anyMatch(id::equals))
            .map(Rulebook.Indicator::id)
            .toList();
    List<Delivery> own =
        deliveries.stream().filter(delivery -> delivery.department().equals(id)).toList();
    return new Department(
        id,
        name,
        own.size(),
        Math.toIntExact(own.stream().filter(Delivery::delivered).count()),
        indicators.size(),
        known(tally, indicators));
  }

  /**
   * The share of the values of the indicators that are known for ranked enterprises, in percent.
   */
  private static @Nullable Double known(ReportTally tally, List<String> indicators) {
    long all = 0;
    long missing = 0;
    for (String id : indicators) {
      IndicatorTally one = tally.indicators().get(id);
      if (one != null) {
        all += one.ranked();
        missing += one.missing();
      }
    }
    // Whole percent, and nothing where they would still tell none from one or two.
    boolean few = missing < SmallGroups.LEAST;
    return all == 0 || (few && percent(all, SmallGroups.LEAST - 1) != percent(all, 0))
        ? null
        : percent(all, missing) / 100.0;
  }

  private static long percent(long all, long missing) {
    return Math.round(100.0 * (all - missing) / all);
  }

  private static List<String> text(
      @Nullable Double known,
      List<Delivery> deliveries,
      List<Department> departments,
      ReportTerms terms) {
    var text = new ArrayList<String>();
    List<Delivery> lacking = deliveries.stream().filter(delivery -> !delivery.delivered()).toList();
    String delivered =
        "%d 年度应报送数据表 %d 张，已报送 %d 张"
            .formatted(terms.year(), deliveries.size(), deliveries.size() - lacking.size());
    text.add(
        lacking.isEmpty()
            ? delivered + "，全部报送。"
            : delivered
                + "，未报送："
                + lacking.stream()
                    .map(delivery -> delivery.name() + "（" + delivery.departmentName() + "）")
                    .collect(Collectors.joining("、"))
                + "。");
    if (known != null) {
      String sentence = "参与排名企业的指标数据有值率为 " + Wording.percent(known);
      text.add(
          departments.stream()
              .filter(department -> department.known() != null)
              .min(
                  Comparator.comparing(
                      (Department department) -> Objects.requireNonNull(department.known())))
              .map(
                  least ->
                      "%s，其中以%s负责的数据为依据的指标最低，为 %s。"
                          .formatted(
                              sentence,
                              least.name(),
                              Wording.percent(Objects.requireNonNull(least.known()))))
              .orElse(sentence + "。"));
    }
    return text;
  }
}
