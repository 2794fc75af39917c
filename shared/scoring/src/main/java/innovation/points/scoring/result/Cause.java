package innovation.points.scoring.result;

import innovation.points.scoring.rulebook.Quantity;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.Field;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure is missing, what counts in its place, or why nothing can be divided by it (rules
 * §3): as data, from which any language can say it, and in Chinese.
 */
public sealed interface Cause {

  /** Stable; part of the API. */
  String id();

  /** A clause in Chinese. */
  String clause();

  /** The dataset was not delivered. */
  record Undelivered(Dataset dataset, int year) implements Cause {
    @Override
    public String id() {
      return "undelivered";
    }

    @Override
    public String clause() {
      return "未报送" + year + "年" + dataset.name();
    }
  }

  /** A delivered dataset does not list the enterprise. */
  record Unlisted(Dataset dataset, int year) implements Cause {
    @Override
    public String id() {
      return "unlisted";
    }

    @Override
    public String clause() {
      return year + "年" + dataset.name() + "中没有本企业";
    }
  }

  /** A delivered dataset does not list the enterprise, which counts as zero. */
  record CountsAsZero(Dataset dataset, int year) implements Cause {
    @Override
    public String id() {
      return "counts-as-zero";
    }

    @Override
    public String clause() {
      return year + "年" + dataset.name() + "中没有本企业，按 0 计";
    }
  }

  /** A delivered dataset lists the enterprise but has no value. */
  record Blank(Field field, int year) implements Cause {
    @Override
    public String id() {
      return "blank";
    }

    @Override
    public String clause() {
      return year + "年" + field.name() + "空缺";
    }
  }

  /** The base is zero or below. */
  record BaseNotPositive(Base base, double value) implements Cause {
    @Override
    public String id() {
      return "base-not-positive";
    }

    @Override
    public String clause() {
      return base.name() + "为 " + Plain.number(value) + "，不大于 0，无法计算";
    }
  }

  /** The base is zero and another takes its place. */
  record OtherBase(Base base, Base other) implements Cause {
    @Override
    public String id() {
      return "other-base";
    }

    @Override
    public String clause() {
      return base.name() + "为 0，改用" + other.name();
    }
  }

  /**
   * What a figure is divided by.
   *
   * @param fields one, or those whose mean it is
   * @param year that it is of; null: the evaluation year
   */
  record Base(List<Field> fields, @Nullable Integer year) {
    public Base {
      fields = List.copyOf(fields);
    }

    /** A quantity as the base of an evaluation year. */
    public static Base of(Quantity quantity, int evaluated) {
      return switch (quantity) {
        case Quantity.Figure(Field field, int back) ->
            new Base(List.of(field), back == 0 ? null : evaluated - back);
        case Quantity.FirstKnown(List<Quantity> of) -> of(of.getFirst(), evaluated);
        case Quantity.Mean(List<Quantity> of) ->
            new Base(
                of.stream().flatMap(one -> of(one, evaluated).fields().stream()).toList(), null);
      };
    }

    String name() {
      String names = fields.stream().map(Field::name).collect(Collectors.joining("与"));
      return (year == null ? "" : year + "年") + names + (fields.size() > 1 ? "的平均" : "");
    }
  }

  /** Clauses after one another, in Chinese. */
  static String inWords(List<Cause> causes) {
    return causes.stream().map(Cause::clause).collect(Collectors.joining("；"));
  }
}
