package innovation.points.scoring.diagnostics;

import static java.util.stream.Collectors.joining;

import innovation.points.scoring.diagnostics.sample.Crossing;
import innovation.points.scoring.diagnostics.sample.Crossings;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.SampledRow;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.diagnostics.statistics.Vectors;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.StageBound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What growing over the bound of a stage does to the ranked enterprises within a quarter of it:
 * their figure reaches the bound, and nothing else changes.
 *
 * @param field id of the figure
 * @param name of the figure
 * @param unit of the figure; may be empty
 * @param at the bound
 * @param from id of the stage just below it
 * @param to id of the stage at it
 * @param median change of the total
 * @param worst change of the total
 * @param shareLosing share of the enterprises whose total falls
 * @param weightsAlone median part of the change that the weights of the stages alone cause (表1)
 * @param beyond median change without that part: what curves, decay and deductions cause
 * @param because the parts of the change, in Chinese
 * @param parts the same as figures
 * @param figures at which the totals of {@code through} were computed
 * @param through the totals of at most twelve enterprises, the greatest loss first
 */
public record Boundary(
    String field,
    String name,
    String unit,
    double at,
    String from,
    String to,
    int enterprises,
    double median,
    double worst,
    double shareLosing,
    double weightsAlone,
    double beyond,
    List<String> because,
    List<Part> parts,
    List<Double> figures,
    List<Through> through) {

  private static final int SHOWN = 12;
  private static final int NAMED = 3;
  private static final int PLACES = 2;

  /** A part of less is not worth a sentence. */
  private static final double LEAST = 0.05;

  public Boundary {
    because = List.copyOf(because);
    parts = List.copyOf(parts);
    figures = List.copyOf(figures);
    through = List.copyOf(through);
  }

  /**
   * A part of the change.
   *
   * @param id {@code weights}, {@code curves} or {@code adjustments}
   * @param median in points of the total
   * @param indicators ids of those that lose most on average, at most three; of {@code curves}
   */
  public record Part(String id, double median, List<String> indicators) {
    public Part {
      indicators = List.copyOf(indicators);
    }
  }

  /**
   * The totals of one enterprise through the bound.
   *
   * @param totals by figure; null where there is no score
   */
  public record Through(String uscc, List<@Nullable Double> totals) {
    public Through {
      totals = Collections.unmodifiableList(new ArrayList<>(totals));
    }
  }

  /** From one stage to another over a bound, by their indexes. */
  private record Passage(int bound, int from, int to) implements Comparable<Passage> {
    private static final Comparator<Passage> ORDER =
        Comparator.comparing(Passage::bound)
            .thenComparing(Passage::from)
            .thenComparing(Passage::to);

    @Override
    public int compareTo(Passage other) {
      return ORDER.compare(this, other);
    }
  }

  /** One enterprise's crossing. */
  private record Crossed(String uscc, Crossing crossing) {
    double change() {
      return crossing.change();
    }

    double weights() {
      return crossing.weights();
    }

    double curves() {
      return Arrays.stream(crossing.indicators()).sum();
    }

    double rest() {
      return change() - weights() - curves();
    }
  }

  /** The bounds that ranked enterprises of the sample are near, the lowest first. */
  static List<Boundary> of(Sample sample) {
    Map<Passage, List<Crossed>> groups = new TreeMap<>();
    for (SampledRow row : sample.rows()) {
      for (Crossing one : row.crossings()) {
        groups
            .computeIfAbsent(new Passage(one.bound(), one.from(), one.to()), _ -> new ArrayList<>())
            .add(new Crossed(row.uscc(), one));
      }
    }
    List<StageBound> bounds = StageBound.of(sample.rulebook());
    return groups.entrySet().stream()
        .map(
            group ->
                of(
                    bounds.get(group.getKey().bound()),
                    group.getKey(),
                    group.getValue(),
                    sample.rulebook()))
        .toList();
  }

  private static Boundary of(
      StageBound bound, Passage passage, List<Crossed> crossed, Rulebook rulebook) {
    crossed.sort(Comparator.comparing(Crossed::change).thenComparing(Crossed::uscc));
    List<Part> parts = parts(crossed, rulebook);
    return new Boundary(
        bound.field().id(),
        bound.field().name(),
        bound.unit(),
        bound.at(),
        rulebook.stages().get(passage.from()).id(),
        rulebook.stages().get(passage.to()).id(),
        crossed.size(),
        median(crossed, Crossed::change),
        crossed.getFirst().change(),
        Vectors.round(
            (double) crossed.stream().filter(one -> one.change() < 0).count() / crossed.size()),
        median(crossed, Crossed::weights),
        median(crossed, one -> one.change() - one.weights()),
        parts.stream().map(part -> sentence(part, rulebook)).toList(),
        parts,
        Arrays.stream(Crossings.figures(bound)).map(Vectors::round).boxed().toList(),
        crossed.stream().limit(SHOWN).map(Boundary::through).toList());
  }

  private static Through through(Crossed one) {
    List<@Nullable Double> totals = new ArrayList<>();
    for (double total : one.crossing().through()) {
      totals.add(Vectors.optional(total));
    }
    return new Through(one.uscc(), totals);
  }

  private static List<Part> parts(List<Crossed> crossed, Rulebook rulebook) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("weights", median(crossed, Crossed::weights), List.of()));
    parts.add(new Part("curves", median(crossed, Crossed::curves), losing(crossed, rulebook)));
    parts.add(new Part("adjustments", median(crossed, Crossed::rest), List.of()));
    return parts.stream().filter(part -> Math.abs(part.median()) >= LEAST).toList();
  }

  /** The indicators that lose most on average. */
  private static List<String> losing(List<Crossed> crossed, Rulebook rulebook) {
    double[] sums = new double[rulebook.indicators().size()];
    for (Crossed one : crossed) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += one.crossing().indicators()[i];
      }
    }
    return IntStream.range(0, sums.length)
        .filter(i -> sums[i] <= -LEAST * crossed.size())
        .boxed()
        .sorted(Comparator.comparing(i -> sums[i]))
        .limit(NAMED)
        .map(i -> rulebook.indicators().get(i).id())
        .toList();
  }

  private static String sentence(Part part, Rulebook rulebook) {
    String points = Vectors.signed(part.median());
    return switch (part.id()) {
      case "weights" -> "两个阶段的权重不同，中位 %s 分".formatted(points);
      case "curves" -> "两个阶段的曲线不同，中位 %s 分%s".formatted(points, most(part, rulebook));
      default -> "衰减、扣分和附加分不同，中位 %s 分".formatted(points);
    };
  }

  private static String most(Part part, Rulebook rulebook) {
    return part.indicators().isEmpty()
        ? ""
        : rulebook.indicators().stream()
            .filter(one -> part.indicators().contains(one.id()))
            .map(one -> one.id() + " " + one.name())
            .collect(joining("、", "，减少最多的是 ", ""));
  }

  private static double median(List<Crossed> crossed, ToDoubleFunction<Crossed> of) {
    double[] sorted = crossed.stream().mapToDouble(of).sorted().toArray();
    return Rounding.halfEven(Distribution.quantile(sorted, 0.5), PLACES);
  }
}
