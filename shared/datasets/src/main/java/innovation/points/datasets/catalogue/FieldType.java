package innovation.points.datasets.catalogue;

import innovation.points.scoring.facts.Value;

/** The type of a column's cells, which determines the kind of {@link Value}. */
public enum FieldType {
  /** 统一社会信用代码 (GB 32100-2015): {@link Value.Text}. */
  USCC("18 位统一社会信用代码"),
  /** Free text: {@link Value.Text}. */
  STRING("文字"),
  /** An identifier, normalized to half width and without spaces: {@link Value.Text}. */
  CODE("编号或代码（文字）"),
  /** One of the field's options, in the spelling of the catalogue: {@link Value.Text}. */
  ENUM("选项"),
  /** {@link Value.Day}. */
  DATE("日期"),
  /** {@link Value.Amount} in the field's unit. */
  NUMBER("数字"),
  /** {@link Value.Amount} without a fraction. */
  INTEGER("整数"),
  /** {@link Value.Flag}. */
  BOOLEAN("是/否");

  private final String title;

  FieldType(String title) {
    this.title = title;
  }

  /** The name of the type, in Chinese. */
  public String title() {
    return title;
  }
}
