package innovation.points.datasets.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is wrong with a schema that a zone sets, all of it, in Chinese. */
final class SchemaChecks {

  private final List<String> problems = new ArrayList<>();

  /** Expects what the catalogue has. */
  void same(String what, Object expected, Object found) {
    if (!Objects.equals(expected, found)) {
      problems.add("%s 应与数据集一致，为 %s，收到：%s".formatted(what, expected, found));
    }
  }

  void expect(boolean holds, String otherwise) {
    if (!holds) {
      problems.add(otherwise);
    }
  }

  /** Expects a dataset's fields to have different ordinals, and those of its own to be further. */
  void ordinals(Dataset dataset, List<Field> known) {
    List<Integer> ordinals = new ArrayList<>();
    for (Field field : dataset.fields()) {
      expect(
          !ordinals.contains(field.ordinal()),
          "字段 %s 的 x-ordinal %d 与另一字段相同".formatted(field.name(), field.ordinal()));
      ordinals.add(field.ordinal());
      known.stream()
          .filter(other -> other.name().equals(field.name()))
          .findFirst()
          .ifPresentOrElse(
              other -> {
                same(field.name() + " 的 x-ordinal", other.ordinal(), field.ordinal());
                same(field.name() + " 的 type", other.type(), field.type());
                same(field.name() + " 的 x-unit", other.unit(), field.unit());
              },
              () ->
                  expect(
                      field.ordinal() >= FormOfYear.FURTHER,
                      "字段 %s 是新增的，x-ordinal 应不小于 %d，收到：%d"
                          .formatted(field.name(), FormOfYear.FURTHER, field.ordinal())));
    }
  }

  /** Expects the figures with which others are compared to exist. */
  void comparisons(Dataset dataset) {
    for (Plausibility check : dataset.plausibility()) {
      switch (check) {
        case Plausibility.AtMostOther other ->
            expect(
                Catalogue.load()
                    .dataset(other.dataset())
                    .flatMap(one -> one.field(other.limit()))
                    .isPresent(),
                "字段 %s 的核对规则引用的 %s/%s 不在目录中"
                    .formatted(other.field(), other.dataset(), other.limit()));
        case Plausibility.AtMostFigure figures -> field(dataset, figures.field(), figures.limit());
        case Plausibility.OpensAt opens -> field(dataset, opens.field(), opens.closing());
        case Plausibility.Most most -> {}
        case Plausibility.DayWithin days -> {}
        case Plausibility.DayInYear day -> {}
        case Plausibility.LikeLastYear like -> {}
      }
    }
  }

  private void field(Dataset dataset, String of, String other) {
    expect(dataset.field(other).isPresent(), "字段 %s 的核对规则引用的字段 %s 不存在".formatted(of, other));
  }

  /** Throws an {@link IllegalArgumentException} where anything was wrong. */
  void done() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("；", problems));
    }
  }
}
