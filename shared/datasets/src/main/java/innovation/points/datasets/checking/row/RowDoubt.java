package innovation.points.datasets.checking.row;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.RowColumn;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

  /** What became of an item later: a certificate, a contract, an enterprise on the roster. */
  private static final Pattern ENDED =
      Pattern.compile(
          "(?<![未没不]被?)(已|被|已被)(取消|撤销|吊销|注销|解除|终止|废止|中止)|^(取消|撤销|吊销|注销|解除|终止|废止)(资格|认定|合同)?$");

  private static final Set<String> NO =
      Set.of("", "否", "0", "false", "n", "no", "无", "-", "/", "—");

  /** Figures that are made up from others, or are those of more than the enterprise. */
  private static final Pattern OTHER_FIGURES =
      Pattern.compile(
          "暂按|推算|匡算|沿用(去|上)年数|参[照考按](去|上|20[0-9]{2})年|按(去|上|20[0-9]{2})年(度)?(数据?|同期)?(填|报|计)"
              + "|合并(报表|口径)|(含|包括)(下属)?(子公司|分公司)|集团(合并|口径|数据)");

  private static final Pattern SUPERSEDED =
      Pattern.compile("原始(数据|数|版)?|原(数据|数|版)|初(稿|版|报)|旧(版|数据)|(修订|更正|调整|修改|变更)前|草稿");

  /** Whether rows are of things that last, and not figures of a year. */
  private final boolean later;

  private final List<SpokenColumn> notes;
  private final List<SpokenColumn> versions;

  /** What stands in the columns of versions, in all rows together. */
  private final Set<String> seen = new HashSet<>();

  /** Of the rows of a table of a dataset. */
  public RowDoubt(Dataset dataset, Header header) {
    this.later = dataset.shape() == Shape.LINE_ITEMS || dataset.isRoster();
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
    return versions.isEmpty()
        && notes.stream().noneMatch(column -> asks(column.header()))
        && SpokenColumn.nothing(row, notes, Integer.MAX_VALUE);
  }

  /**
   * What a row says of itself in a column that is not read.
   *
   * @param position of the column
   */
  public record Doubt(int position, String header, String text) {}

  /** Whether a column is answered with yes or no, in whichever signs. */
  private static boolean asks(String header) {
    return header.startsWith("是否");
  }

  /** Whether a column that asks whether a row counts has the answer that it does not. */
  private static boolean denied(String header, String text) {
    if (!asks(header)) {
      return false;
    }
    boolean whetherItCounts = header.endsWith("有效") || header.endsWith("采用");
    return whetherItCounts ? text.equals("否") : !NO.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Why a row should not count. */
  public Optional<Doubt> of(SheetRow row) {
    for (SpokenColumn column : notes) {
      String text = column.text(row);
      if (denied(column.header(), text)
          || WITHDRAWN.matcher(text).matches()
          || DOUBTED.matcher(text).find()
          || (later ? ENDED : OTHER_FIGURES).matcher(text).find()) {
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
