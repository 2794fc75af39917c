package innovation.points.scoring.plan;

import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.UsedFact;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.Field;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Records the facts that a computation reads. Scoring uses {@link #NONE}; an explanation runs the
 * same computation again with {@link Written}, so that the two cannot drift apart.
 */
public interface FactTrace {

  FactTrace NONE = new FactTrace() {};

  /** More digits than any file contains, fewer than a double has. */
  MathContext WRITTEN = new MathContext(13);

  default void used(String field, Value value, Source source) {}

  /** The enterprise is not in a delivered dataset, and absence counts as zero. */
  default void zero(Field field, int year) {}

  /** A delivered dataset lists the enterprise but has no value. */
  default void blank(Field field, int year) {}

  /** A delivered dataset does not list the enterprise. */
  default void absent(Dataset dataset, int year) {}

  /** The dataset was not delivered. */
  default void undelivered(Dataset dataset, int year) {}

  /** The base with this name is zero or below. */
  default void notPositive(String base, double value) {}

  /** The whole is zero and another takes its place. */
  default void instead(String whole, String other) {}

  /** Writes the reasons in Chinese and collects the facts used. */
  final class Written implements FactTrace {
    private final List<UsedFact> used = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    public List<UsedFact> used() {
      return used;
    }

    /** The missing facts; otherwise the remarks; otherwise empty. */
    String reason() {
      return String.join("；", missing.isEmpty() ? remarks : missing);
    }

    @Override
    public void used(String field, Value value, Source source) {
      used.add(new UsedFact(field, value, source));
    }

    @Override
    public void zero(Field field, int year) {
      remarks.add(year + "年" + field.dataset().name() + "中没有本企业，按 0 计");
    }

    @Override
    public void blank(Field field, int year) {
      missing.add(year + "年" + field.name() + "空缺");
    }

    @Override
    public void absent(Dataset dataset, int year) {
      missing.add(year + "年" + dataset.name() + "中没有本企业");
    }

    @Override
    public void undelivered(Dataset dataset, int year) {
      missing.add("未报送" + year + "年" + dataset.name());
    }

    @Override
    public void notPositive(String base, double value) {
      remarks.add(base + "为 " + plain(value) + "，不大于 0，无法计算");
    }

    @Override
    public void instead(String whole, String other) {
      remarks.add(whole + "为 0，改用" + other);
    }
  }

  /**
   * A number in plain notation: no exponent, no trailing zeros, no residue of binary arithmetic.
   */
  static String plain(double number) {
    return BigDecimal.valueOf(number).round(WRITTEN).stripTrailingZeros().toPlainString();
  }
}
