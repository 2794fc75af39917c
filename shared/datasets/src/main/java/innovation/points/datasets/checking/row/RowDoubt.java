package innovation.points.datasets.checking.row;

import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.RowColumn;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Why a row should not count, by its own account: it is void, doubted, or an earlier version. */
public final class RowDoubt {

  private static final Pattern WITHDRAWN =
      Pattern.compile(
          "(已)?(作废|无效|删除|废弃|停用|撤销|撤回)(数据|记录|行)?|草稿|不采用|重复(数据|记录|行)?"
              + "|(填[写报])?(示例|样例|范例|举例)(数据|行)?([,，(（].*)?");
  private static final Pattern DOUBTED =
      Pattern.compile(
          "勿用|不要用|不要采用|不予采用|请忽略|数据(有误|错误|不准)|(待|未)(核实|确认)|(暂估|估算|预估|预计)(数|值|的)?$|已作废|此行作废");
  private static final Pattern SUPERSEDED =
      Pattern.compile("原始(数据|数|版)?|原(数据|数|版)|初(稿|版|报)|旧(版|数据)|(修订|更正|调整|修改|变更)前|草稿");

  private final List<SpokenColumn> notes;
  private final List<SpokenColumn> versions;

  /** What stands in the columns of versions, in all rows together. */
  private final Set<String> seen = new HashSet<>();

  /** Of the rows of a table. */
  public RowDoubt(Header header) {
    this.notes = SpokenColumn.of(header, RowColumn.NOTE);
    this.versions = SpokenColumn.of(header, RowColumn.VERSION);
  }

  /** Looks at a row of data; all rows come here before any is checked. */
  public void remember(SheetRow row) {
    for (SpokenColumn column : versions) {
      seen.add(column.text(row));
    }
  }

  /** Whether a row says nothing of that, as far as that is seen from its bytes. */
  public boolean nothing(PlainRow row) {
    return versions.isEmpty() && SpokenColumn.nothing(row, notes, Integer.MAX_VALUE);
  }

  /**
   * What a row says of itself in a column that is not read.
   *
   * @param position of the column
   */
  public record Doubt(int position, String header, String text) {}

  /** Why a row should not count. */
  public Optional<Doubt> of(SheetRow row) {
    for (SpokenColumn column : notes) {
      String text = column.text(row);
      boolean no = column.header().startsWith("是否") && text.equals("否");
      if (no || WITHDRAWN.matcher(text).matches() || DOUBTED.matcher(text).find()) {
        return Optional.of(new Doubt(column.position(), column.header(), text));
      }
    }
    for (SpokenColumn column : versions) {
      String text = column.text(row);
      if (seen.size() > 1 && SUPERSEDED.matcher(text).matches()) {
        return Optional.of(new Doubt(column.position(), column.header(), text));
      }
    }
    return Optional.empty();
  }
}
