package innovation.points.datasets.catalogue;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the form that a zone gives a dataset for one year: a schema as those of the catalogue, with
 * other titles, synonyms, limits, options or days, with fewer columns, or with more. A column more
 * is read, checked and reported; facts have what the catalogue's own columns say.
 */
public final class FormOfYear {

  /** Ordinals from here on are no field's of the catalogue. */
  public static final int FURTHER = 1_000;

  private FormOfYear() {}

  /**
   * The dataset as a form has it.
   *
   * @param id of the dataset
   * @param schema the form, a Frictionless Table Schema
   * @throws IllegalArgumentException in Chinese, with everything that cannot be
   */
  public static Dataset read(String id, String schema) {
    Dataset own =
        Catalogue.load().dataset(id).orElseThrow(() -> new IllegalArgumentException("没有数据集 " + id));
    Dataset form;
    try {
      form = SchemaReader.read(id, schema);
    } catch (IllegalStateException | IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "schema 不是这个数据集的表结构，应以 /v1/datasets/%s 的内容为底稿修改：%s".formatted(id, e.getMessage()), e);
    }
    List<String> problems = new ArrayList<>();
    same("x-ordinal", own.ordinal(), form.ordinal(), problems);
    same("x-owner", own.owner(), form.owner(), problems);
    same("x-shape", own.shape().id(), form.shape().id(), problems);
    same("x-naturalKey", own.naturalKey(), form.naturalKey(), problems);
    same("x-keyedByYear", own.keyedByYear(), form.keyedByYear(), problems);
    same("x-open", own.open(), form.open(), problems);
    List<Integer> ordinals = new ArrayList<>();
    for (Field field : form.fields()) {
      if (ordinals.contains(field.ordinal())) {
        problems.add("字段 %s 的 x-ordinal %d 与另一字段相同".formatted(field.name(), field.ordinal()));
      }
      ordinals.add(field.ordinal());
      Optional<Field> known = own.field(field.name());
      if (known.isPresent()) {
        same(field.name() + " 的 x-ordinal", known.get().ordinal(), field.ordinal(), problems);
        same(field.name() + " 的 type", known.get().type(), field.type(), problems);
        same(field.name() + " 的 x-unit", known.get().unit(), field.unit(), problems);
      } else if (field.ordinal() < FURTHER) {
        problems.add(
            "字段 %s 是新增的，x-ordinal 应不小于 %d，收到：%d".formatted(field.name(), FURTHER, field.ordinal()));
      }
    }
    own.fields().stream()
        .filter(field -> own.naturalKey().contains(field.name()))
        .filter(field -> form.field(field.name()).isEmpty())
        .forEach(field -> problems.add("缺少字段 " + field.name()));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("；", problems));
    }
    return form;
  }

  private static void same(String what, Object expected, Object found, List<String> problems) {
    if (!Objects.equals(expected, found)) {
      problems.add("%s 应与数据集一致，为 %s，收到：%s".formatted(what, expected, found));
    }
  }
}
