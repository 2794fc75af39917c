package innovation.points.scoring.rulebook;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one notice as data: every number, list and order that a score depends on. Immutable.
 * {@code RulebookLoader} reads and checks it, so it is complete and consistent.
 *
 * @param id by which results name it
 * @param effectiveFrom the first day it is in force
 * @param digest SHA-256 of {@code text} in UTF-8, 64 hex digits
 * @param text self-contained YAML: the file as its owner wrote it or, where it extends another, the
 *     merged text
 * @param parent the rulebook it extends; null: none
 * @param since the first evaluation year that these values apply to
 * @param later the rulebooks of later years in which dated values change, in ascending order of
 *     year
 * @param categories in the order their scores are summed
 * @param stages highest first; an enterprise is in the first whose conditions hold
 * @param indicators in the order their points are summed
 * @param uses null where the notice provides for no lists
 * @param services each stage appears in at most one
 * @param benefits what the result opens, in the order of the document
 * @param aggregates the figures of the zone, in the order in which they are shown
 */
public record Rulebook(
    String id,
    String title,
    Document document,
    LocalDate effectiveFrom,
    String digest,
    String text,
    @Nullable Parent parent,
    int since,
    List<Rulebook> later,
    Dates dates,
    Roster roster,
    Coverage coverage,
    GrowthBase growth,
    List<Dataset> datasets,
    List<Category> categories,
    List<Stage> stages,
    History history,
    List<Indicator> indicators,
    List<NegativeRule> negativeList,
    List<BonusRule> bonus,
    List<DecayRule> decay,
    Total total,
    Ranks ranks,
    @Nullable Uses uses,
    List<Services> services,
    List<Benefit> benefits,
    List<Aggregate> aggregates,
    Rewards rewards) {

  public Rulebook {
    later = List.copyOf(later);
    services = List.copyOf(services);
    benefits = List.copyOf(benefits);
    aggregates = List.copyOf(aggregates);
    datasets = List.copyOf(datasets);
    categories = List.copyOf(categories);
    stages = List.copyOf(stages);
    indicators = List.copyOf(indicators);
    negativeList = List.copyOf(negativeList);
    bonus = List.copyOf(bonus);
    decay = List.copyOf(decay);
  }

  /**
   * The rules of an evaluation year: dated values are resolved; id, digest and text stay the same.
   */
  public Rulebook inYear(int year) {
    Rulebook found = this;
    for (Rulebook version : later) {
      if (version.since <= year) {
        found = version;
      }
    }
    return found;
  }

  /** The services for a stage; null where the rules name none. */
  public @Nullable Services services(String stage) {
    return services.stream().filter(one -> one.stages().contains(stage)).findFirst().orElse(null);
  }

  /** The stage with an id; null where there is none. */
  public @Nullable Stage stage(String id) {
    return stages.stream().filter(stage -> stage.id().equals(id)).findFirst().orElse(null);
  }

  /** The name of a stage, 成长期; the id itself where these rules have no such stage. */
  public String stageName(String id) {
    Stage known = stage(id);
    return known == null ? id : known.name();
  }

  /** The notice the rules implement. */
  public record Document(String name, String number, LocalDate issuedOn) {}

  /**
   * The rulebook that another extends.
   *
   * @param digest of the text that was extended
   * @param differences in the order of the extending file
   */
  public record Parent(String id, String digest, List<Deviation> differences) {
    public Parent {
      differences = List.copyOf(differences);
    }
  }

  /**
   * A value that differs from the rulebook extended.
   *
   * @param where path in Chinese titles and keys, {@code 阶段“成熟期”.when.revenue.from}
   * @param before empty where the value is new
   * @param after empty where the value is removed
   */
  public record Deviation(String where, String before, String after) {}

  /**
   * How days and years are counted.
   *
   * @param referenceDay the day of the evaluation year as of which states are determined
   * @param windowYears number of years of 近两年, the evaluation year included
   * @param ageSince the field with the day from which an enterprise's age is counted
   */
  public record Dates(
      MonthDay referenceDay,
      Basis referenceBasis,
      int windowYears,
      Basis windowBasis,
      Field ageSince,
      Basis ageBasis) {}

  /**
   * The list of evaluation objects (三(一)).
   *
   * @param dataset whose rows are the enterprises to evaluate
   */
  public record Roster(Dataset dataset, Basis basis) {}

  /**
   * The least share of weighted points with known values for an enterprise to be ranked and public.
   *
   * @param thresholdPart numerator
   * @param thresholdWhole denominator
   * @param rescales whether the points of a category are scaled up from what is known to the whole
   *     category; otherwise an indicator without a value earns nothing
   * @param leavesUnverifiedOut whether figures that enterprises reported and nobody has verified
   *     are missing; otherwise they count
   */
  public record Coverage(
      int thresholdPart,
      int thresholdWhole,
      boolean rescales,
      boolean leavesUnverifiedOut,
      Basis basis) {}

  /**
   * What growth on a figure that is not positive is.
   *
   * @param missing otherwise known, and earns nothing
   */
  public record GrowthBase(boolean missing, Basis basis) {}

  /**
   * The part of a dataset of the catalogue that the rules use.
   *
   * @param items null where it has one row per enterprise
   * @param absentIsZero whether the fields of an enterprise that a delivered dataset does not list
   *     are zero rather than missing; only for one row per enterprise
   */
  public record Dataset(
      String id,
      String name,
      boolean absentIsZero,
      Map<String, String> fields,
      @Nullable ItemDates items,
      Basis basis) {
    public Dataset {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /**
   * How the items of a line-item dataset are read.
   *
   * @param label the field that identifies an item to readers
   * @param ofYearOnly whether only items in the files of the evaluation year count
   * @param undeliveredIsMissing whether, without a delivery, the absence of items means missing
   *     rather than zero
   * @param from the field with the first day in force; null: none
   * @param until the field with the last day in force; a blank cell is open-ended
   * @param revoked the field with the day it was revoked
   * @param restored the field with the day it was restored
   * @param lapsed the field that marks an item as not renewed
   */
  public record ItemDates(
      String label,
      boolean ofYearOnly,
      boolean undeliveredIsMissing,
      @Nullable String from,
      @Nullable String until,
      @Nullable String revoked,
      @Nullable String restored,
      @Nullable String lapsed) {}

  /** A field of a per-enterprise dataset; {@code name} is its Chinese name. */
  public record Field(String id, String name, Dataset dataset) {}

  /**
   * A group of indicators with a weight of its own.
   *
   * @param points the sum of its indicators' points
   */
  public record Category(String id, String name, double points, Basis basis) {}

  /**
   * A phase of growth with weights of its own (表1).
   *
   * @param when conditions, all of which must hold
   * @param weights by category id, 0 to 1, with the sum 1
   */
  public record Stage(
      String id, String name, List<Condition> when, Map<String, Double> weights, Basis basis) {
    public Stage {
      when = List.copyOf(when);
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
  }

  /**
   * A bound on a figure or on the age.
   *
   * @param field a figure; null: the age in full years
   * @param from lower bound, inclusive; null: none
   * @param below upper bound, exclusive; null: none
   */
  public record Condition(@Nullable Field field, @Nullable Double from, @Nullable Double below) {
    /** Whether a value is within the bounds. */
    public boolean holds(double value) {
      return (from == null || value >= from) && (below == null || value < below);
    }
  }

  /**
   * The zone's services for enterprises of some stages (五(三)).
   *
   * @param stages ids
   * @param items in the words of the document
   */
  public record Services(List<String> stages, List<String> items, Basis basis) {
    public Services {
      stages = List.copyOf(stages);
      items = List.copyOf(items);
    }
  }

  /** The dataset with the stages of years before this system. */
  public record History(Dataset dataset, String yearField, String stageField, Basis basis) {}

  /**
   * One of the indicators (表2).
   *
   * @param origin {@code core} (national) or {@code local}
   * @param unit of its value; empty where it has none
   * @param curves by stage id; empty where the value is itself the share of the points
   * @param curveBasis of the curves, or of the shares in the formula
   */
  public record Indicator(
      String id,
      String name,
      String category,
      String unit,
      String origin,
      double points,
      Formula formula,
      Map<String, Curve> curves,
      Basis basis,
      Basis curveBasis) {
    public Indicator {
      curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
    }
  }

  /** One line of the bonus table (表5). */
  public record BonusRule(String id, String name, Items items, LevelPoints levels, Basis basis) {}

  /**
   * How ranks are assigned (rules §8). One way is implemented: on the published total; equal totals
   * share a rank and the next rank is skipped (1, 2, 2, 4); ties are displayed in the order of the
   * code.
   *
   * @param overall whether there are ranks among all beside those within the stage
   */
  public record Ranks(String on, String ties, String display, boolean overall, Basis basis) {}
}
