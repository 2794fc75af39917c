package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.checking.CheckedRow.Kind;
import innovation.points.datasets.reading.cell.CellReader;
import innovation.points.datasets.reading.header.Sheet;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells rows of data from titles, headers, totals, notes and other tables. */
final class RowKind {

  private static final Pattern TOTAL =
      Pattern.compile(
          "((.{0,4}[^会设统]|)(合|总|小|共|累)计.{0,12}|其中[:：].{0,12}|.{0,4}汇总.{0,6}|平均(数|值)?)(?<!公司|厂|院|所|中心|集团|店)");
  private static final Pattern NOTE =
      Pattern.compile(
          "([（(]?(注|备注|说明|填表说明|填报说明|附注|注释|数据来源|提示|注意)[0-9一二三四五1-9]?[)）]?[:：.、].*)"
              + "|(填报?表?|制表|审核|复核|经办|负责|联系|统计|填报)(单位|部门|人员?|日期|时间|负责人|电话)?[:：].*"
              + "|(单位|部门|企业|统计)?负责人(\\(?(签字|签章|签名|盖章)\\)?)?[:：].*|(联系)?电话[:：].*|日期[:：].*"
              + "|.{0,6}[(（](签字|签章|签名|盖章|公章)[)）][:：]?.*|第?[0-9]+页[,，/]?共?.*|以下空白|以下无正文");
  private static final Pattern NUMBER_OF_COLUMN =
      Pattern.compile(
          "[(（]?[0-9]{1,2}[)）]?|[①-⑳]|[A-Za-z]|[甲乙丙丁戊己庚辛]|[0-9]{1,2}=[0-9+\\-*/×÷()（）]+");
  private static final Pattern EXAMPLE =
      Pattern.compile("[(]?(填[写报]|填表)?(示例|样例|范例|举例|例|例如|示范|样式)[0-9]?(行|数据)?[)]?[:.]?");
  private static final Pattern EXAMPLE_NAME =
      Pattern.compile("[(](示例|样例|范例|例)[)].*|(示例|样例|范例|例):.*|.*[(](示例|样例|范例|例)[)]");

  /** Shows how to fill a name in, unless the code is one: then it is whoever has the code. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(示例|样例|范例)(有限)?(公司|企业|单位)|(某某?|[xX*]{2,}).{0,6}(公司|企业|单位)");

  private static final int SHORTEST_CODE = 15;
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Set<String> NAMES_OF_NUMBERS = Set.of("栏次", "列次", "列号", "行次", "序号");

  private final Sheet sheet;
  private final int code;
  private final int name;
  private final BitSet ofForm = new BitSet();
  private final BitSet repeatedTitles;
  private int end;

  RowKind(Sheet sheet, BitSet repeatedTitles) {
    this.sheet = sheet;
    this.code = sheet.header().positions().getOrDefault("uscc", -1);
    this.name = sheet.header().positions().getOrDefault("name", -1);
    this.repeatedTitles = repeatedTitles;
    for (int column : sheet.header().ofForm()) {
      ofForm.set(column);
    }
    this.end = sheet.end();
  }

  void endAt(int row) {
    end = row;
  }

  /** Whether rows of data may have that number. */
  boolean inTable(int number) {
    return number > sheet.header().lastRow() && number < end;
  }

  Kind of(SheetRow row) {
    if (row.number() <= sheet.header().lastRow()) {
      return row.number() < sheet.header().firstRow() ? Kind.TITLE : Kind.HEADER;
    }
    if (row.blank()) {
      return Kind.BLANK;
    }
    if (row.number() >= end) {
      return Kind.OTHER_TABLE;
    }
    boolean data = mayBeCode(row) ? !example(row) : !note(row);
    return data ? Kind.DATA : Kind.NOTE;
  }

  /** Whether the row has something that could be meant as a code: then it is data, good or bad. */
  private boolean mayBeCode(SheetRow row) {
    return code >= 0
        && row.cell(code).single() instanceof SheetCell.Text(String text)
        && text.length() >= 15
        && (holdsCode(text)
            || (Character.isDigit(text.charAt(0))
                && HAN.matcher(text).results().limit(3).count() < 3));
  }

  /** A row that shows how to fill the form in: it begins with 示例, or has it for a name. */
  private boolean example(SheetRow row) {
    String called = name < 0 ? "" : CellText.compact(row.cell(name).shown());
    if (mayShow(called)
        && (EXAMPLE_NAME.matcher(called).matches()
            || (PLACEHOLDER.matcher(called).matches()
                && !Uscc.isValid(CellText.compact(row.cell(code).shown()))))) {
      return true;
    }
    for (int column = 0; column < code; column++) {
      String word = CellText.compact(row.cell(column).shown());
      if (!word.isEmpty()) {
        return EXAMPLE.matcher(word).matches();
      }
    }
    return false;
  }

  private static boolean beginsExample(char first) {
    return switch (first) {
      case '填', '示', '样', '范', '举', '例', '某', '（', '(', 'x', 'X', '*' -> true;
      default -> false;
    };
  }

  private static boolean mayShow(String text) {
    return !text.isEmpty() && (beginsExample(text.charAt(0)) || text.endsWith(")"));
  }

  /** Whether a row shows nothing, as is seen from the ends of its cells. */
  boolean noExample(PlainRow row) {
    boolean none = name < 0 || !mayShow(row, name);
    for (int column = 0; column < code && none; column++) {
      none = column == name || !mayShow(row, column);
    }
    return none;
  }

  private static boolean mayShow(PlainRow row, int column) {
    byte[] bytes = row.bytes();
    int from = row.from(column);
    int to = row.to(column);
    if (to - from < 3) {
      return false;
    }
    int first =
        bytes[from] >= 0
            ? bytes[from]
            : ((bytes[from] & 0xF) << 12)
                | ((bytes[from + 1] & 0x3F) << 6)
                | (bytes[from + 2] & 0x3F);
    boolean closed =
        bytes[to - 1] == ')' || (bytes[to - 1] == (byte) 0x89 && bytes[to - 3] == (byte) 0xEF);
    return closed || beginsExample((char) first);
  }

  /** Fifteen digits and capital letters in a row. */
  private static boolean holdsCode(String text) {
    int run = 0;
    for (int i = 0; i < text.length() && run < SHORTEST_CODE; i++) {
      char c = text.charAt(i);
      run = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ? run + 1 : 0;
    }
    return run == SHORTEST_CODE;
  }

  /** A sentence or a heading that stands alone, or a row in which nobody filled anything in. */
  private boolean alone(SheetRow row) {
    if (!row.broken().isEmpty()) {
      return false;
    }
    int filled = 0;
    int at = -1;
    for (int column = 0; column < row.width(); column++) {
      SheetCell cell = row.cell(column);
      boolean again = cell instanceof SheetCell.Merged merged && !merged.first();
      String word = CellText.compact(cell.shown());
      if (!again && !CellReader.missing(word) && !ofForm.get(column)) {
        filled++;
        at = column;
      }
    }
    return filled == 0
        || (filled == 1
            && (at != name || row.cell(at) instanceof SheetCell.Merged)
            && row.cell(at).single() instanceof SheetCell.Text(String text)
            && HAN.matcher(text).find());
  }

  private boolean note(SheetRow row) {
    return repeatedTitles.get(row.number())
        || total(row)
        || text(row)
        || numbers(row)
        || alone(row)
        || header(row);
  }

  /** 合计 in the column of the code or the name, or before them. */
  private boolean total(SheetRow row) {
    int last = Math.max(0, Math.max(code, name));
    for (int column = 0; column <= last; column++) {
      String word = CellText.compact(row.cell(column).shown());
      if (!word.isEmpty()) {
        return TOTAL.matcher(word).matches();
      }
    }
    return false;
  }

  /** A note or a signature: all that is in the row, or what it begins with. */
  private static boolean text(SheetRow row) {
    for (SheetCell cell : row.cells()) {
      String word = CellText.compact(cell.shown());
      if (!word.isEmpty()) {
        return NOTE.matcher(word).matches();
      }
    }
    return false;
  }

  /** 栏次, 1, 2, 3 …: at least two numbers, each the one before it and one more, or a formula. */
  private static boolean numbers(SheetRow row) {
    List<String> words = new ArrayList<>();
    for (SheetCell cell : row.cells()) {
      String word = CellText.compact(cell.shown());
      if (!word.isEmpty() && !NAMES_OF_NUMBERS.contains(word)) {
        words.add(word);
      }
    }
    if (words.size() < 2 || !words.stream().allMatch(w -> NUMBER_OF_COLUMN.matcher(w).matches())) {
      return false;
    }
    List<Integer> digits =
        words.stream()
            .map(w -> w.replaceAll("[()（）]|=.*", ""))
            .filter(w -> w.matches("[0-9]+"))
            .map(Integer::valueOf)
            .toList();
    for (int i = 1; i < digits.size(); i++) {
      if (digits.get(i) != digits.get(i - 1) + 1) {
        return false;
      }
    }
    return digits.size() >= 2 || digits.isEmpty();
  }

  /** A row that says what the header says in each of its cells. */
  private boolean header(SheetRow row) {
    for (SheetRow own : sheet.block().rows()) {
      boolean same = true;
      boolean word = false;
      for (int column = 0; column < row.width() && same; column++) {
        String text = CellText.compact(row.cell(column).shown());
        same = text.isEmpty() || text.equals(CellText.compact(own.cell(column).shown()));
        word |= !text.isEmpty();
      }
      if (same && word) {
        return true;
      }
    }
    return false;
  }
}
