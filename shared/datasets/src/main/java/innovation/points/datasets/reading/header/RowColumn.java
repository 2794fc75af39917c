package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.reading.sheet.CellText;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns that are read for no field, and in which a row says something of itself. */
public enum RowColumn {
  /** In which unit or currency its figures are. */
  UNIT("是什么单位", "(计量|金额|货币)?单位|(结算)?币种|货币"),
  /** Of which time they are. */
  PERIOD(
      "是哪一年",
      "(填报|申报|统计|所属|数据|会计|报告|核算|年报)?(年度|年份|会计年度)"
          + "|(数据|统计)(时间|日期|期间|周期|区间)|(数据)?截[止至](日期|时间|日)?|(税款|数据|费款)?所属(期间|时期|期)([起止]|起止)?"
          + "|报告期|统计期|期间|会计期间|月份|所属月份|季度|数据年月|年月"),
  /** What people think of it. */
  NOTE(
      "是否采用",
      "备注|说明|备注说明|情况说明|其他说明|备考|(?!修订).{0,8}状态|(核实|审核)(情况|意见)"
          + "|是否(有效|采用)|是否已?(作废|无效|撤销|取消|解除|终止|注销|吊销)"),
  /** Which of several versions it is. */
  VERSION("是否采用", "(数据)?版本号?|版次|修订(状态|情况|标志)|数据类型");

  private final String saying;
  private final Pattern names;

  RowColumn(String saying, String names) {
    this.saying = saying;
    this.names = Pattern.compile(names);
  }

  /** What is learnt from it of a row: 是什么单位, 是哪一年, 是否采用. */
  public String saying() {
    return saying;
  }

  /** Whether a column is called so; hints in brackets do not matter. */
  public boolean is(String header) {
    return names.matcher(CellText.compact(header).replaceFirst("(?<=.)\\(.*\\)$", "")).matches();
  }

  /** What the rows of a dataset say of themselves in a column that is called so. */
  static Optional<RowColumn> of(String header, Dataset dataset) {
    for (RowColumn column : values()) {
      if (column.is(header) && (column != PERIOD || dataset.keyedByYear())) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
