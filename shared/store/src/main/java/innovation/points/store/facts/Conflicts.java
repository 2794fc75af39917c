package innovation.points.store.facts;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.datasets.key.UploadKey;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.store.table.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields of which the sources of a year say different things (四(一)). */
public final class Conflicts {

  private static final String SEPARATOR = "/";
  private static final int SOURCE = 1;
  private static final int PARTS = 3;

  /** Every dataset begins with the code and the name. */
  private static final int IDENTITY = 2;

  private final FactsTable facts;

  /**
   * A field whose sources differ.
   *
   * @param values what each source says, by source
   * @param inForce the source whose figure is scored
   * @param difference of the figures, a share of the greater one; null of what is no figure
   */
  public record Conflict(
      String uscc,
      @Nullable String name,
      @Nullable String grid,
      String dataset,
      String field,
      String title,
      List<Said> values,
      String inForce,
      @Nullable Double difference) {
    public Conflict {
      values = List.copyOf(values);
    }
  }

  /** What a source says, and where. */
  public record Said(
      String source,
      @JsonSerialize(using = ValueWriter.class) Value value,
      String key,
      String version,
      int row) {}

  public Conflicts(FactsTable facts) {
    this.facts = facts;
  }

  /**
   * The conflicts of one enterprise, in the order of the catalogue. One Query.
   *
   * @param name of the enterprise; null where the roster does not give one
   * @param grid that it belongs to; null where the roster does not say
   * @param wanted of which datasets
   */
  public List<Conflict> of(
      String uscc,
      @Nullable String name,
      @Nullable String grid,
      int year,
      Predicate<Dataset> wanted) {
    return of(uscc, name, grid, year, wanted, facts.contributions(uscc));
  }

  /**
   * The same.
   *
   * @param said what each file says of the enterprise
   */
  public List<Conflict> of(
      String uscc,
      @Nullable String name,
      @Nullable String grid,
      int year,
      Predicate<Dataset> wanted,
      List<Contribution> said) {
    List<Contribution> all = said.stream().filter(one -> one.file().year() == year).toList();
    Map<String, List<Contribution>> bySource =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.file().source(), TreeMap::new, Collectors.toList()));
    if (bySource.size() < 2) {
      return List.of();
    }
    Map<String, Fact> inForce = facts.merged(uscc, all).year(year).facts();
    var alone = new TreeMap<String, Map<String, Fact>>();
    bySource.forEach(
        (source, own) -> alone.put(source, facts.merged(uscc, own).year(year).facts()));
    var conflicts = new ArrayList<Conflict>();
    for (Dataset dataset : Catalogue.load().datasets()) {
      if (dataset.shape() == Shape.PER_ENTERPRISE && wanted.test(dataset)) {
        for (Field field : dataset.fields().stream().skip(IDENTITY).toList()) {
          List<Said> words = said(field.name(), alone);
          Fact fact = inForce.get(field.name());
          if (fact != null && words.stream().map(Said::value).distinct().count() > 1) {
            conflicts.add(
                new Conflict(
                    uscc,
                    name,
                    grid,
                    dataset.id(),
                    field.name(),
                    field.title(),
                    words,
                    fact.source().key().split(SEPARATOR, PARTS)[SOURCE],
                    difference(words)));
          }
        }
      }
    }
    return conflicts;
  }

  /** A source as people call it. */
  public static String sourceName(String id) {
    return switch (id) {
      case UploadKey.ENTERPRISE -> "企业自主填报";
      case UploadKey.PUBLIC -> "公开数据采集";
      case UploadKey.BUREAU -> "区科学技术局代录";
      default -> Catalogue.load().departmentName(id);
    };
  }

  private static List<Said> said(String field, Map<String, Map<String, Fact>> alone) {
    var said = new ArrayList<Said>();
    alone.forEach(
        (source, facts) -> {
          Fact fact = facts.get(field);
          if (fact != null) {
            Source from = fact.source();
            said.add(new Said(source, fact.value(), from.key(), from.version(), from.row()));
          }
        });
    return said;
  }

  private static @Nullable Double difference(List<Said> said) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Said one : said) {
      if (!(one.value() instanceof Value.Amount(double amount))) {
        return null;
      }
      least = Math.min(least, amount);
      most = Math.max(most, amount);
    }
    double whole = Math.max(Math.abs(least), Math.abs(most));
    return whole == 0 ? null : (most - least) / whole;
  }
}
