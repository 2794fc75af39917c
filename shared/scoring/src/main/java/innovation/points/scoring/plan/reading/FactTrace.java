package innovation.points.scoring.plan.reading;

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

/** Collects the facts that a result was computed from and writes the reasons in Chinese. */
public final class FactTrace {
  /** More digits than any file contains, fewer than a double has. */
  private static final MathContext WRITTEN = new MathContext(13);

  private final List<UsedFact> used = new ArrayList<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  public List<UsedFact> used() {
    return used;
  }

  /** The missing facts; otherwise the remarks; otherwise empty. */
  public String reason() {
    return String.join("；", missing.isEmpty() ? remarks : missing);
  }

  public void used(String field, Value value, Source source) {
    used.add(new UsedFact(field, value, source));
  }

  /** The enterprise is not in a delivered dataset, and absence counts as zero. */
  public void zero(Field field, int year) {
    remarks.add(year + "年" + field.dataset().name() + "中没有本企业，按 0 计");
  }

  /** A delivered dataset lists the enterprise but has no value. */
  public void blank(Field field, int year) {
    missing.add(year + "年" + field.name() + "空缺");
  }

  /** A delivered dataset does not list the enterprise. */
  public void absent(Dataset dataset, int year) {
    missing.add(year + "年" + dataset.name() + "中没有本企业");
  }

  /** The dataset was not delivered. */
  public void undelivered(Dataset dataset, int year) {
    missing.add("未报送" + year + "年" + dataset.name());
  }

  /** The base with this name is zero or below. */
  public void notPositive(String base, double value) {
    remarks.add(base + "为 " + plain(value) + "，不大于 0，无法计算");
  }

  /** The whole is zero and another takes its place. */
  public void instead(String whole, String other) {
    remarks.add(whole + "为 0，改用" + other);
  }

  /**
   * A number in plain notation: no exponent, no trailing zeros, no residue of binary arithmetic.
   */
  public static String plain(double number) {
    return BigDecimal.valueOf(number).round(WRITTEN).stripTrailingZeros().toPlainString();
  }
}
