package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one to four rows that make the header of a table: groups of columns, names, what is below
 * them, units.
 *
 * @param rows from the top down
 * @param recognised how many fields they name
 */
public record HeaderBlock(List<SheetRow> rows, int recognised) {

  private static final int DEEPEST = 3;
  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");

  public HeaderBlock {
    rows = List.copyOf(rows);
  }

  int firstRow() {
    return rows.getFirst().number();
  }

  int lastRow() {
    return rows.getLast().number();
  }

  /** How many columns the header has, named or not, to the last that is named. */
  int width() {
    return rows.stream().mapToInt(SheetRow::width).max().orElse(0);
  }

  /** How many cells the file has in the header, blank ones too. */
  int cells() {
    return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }

  /** Finds the first header among rows that are not blank. */
  static Optional<HeaderBlock> find(HeaderMatcher matcher, List<SheetRow> rows) {
    HeaderBlock best = null;
    int at = -1;
    for (int i = 0; i < rows.size(); i++) {
      for (int depth = 1; depth <= DEEPEST && i + depth <= rows.size(); depth++) {
        if (depth > 1 && !label(rows.get(i + depth - 1))) {
          break;
        }
        List<SheetRow> block = rows.subList(i, i + depth);
        int recognised = recognised(matcher, block);
        boolean better =
            best == null
                ? recognised > 0
                : recognised > best.recognised()
                    || (recognised == best.recognised() && depth < best.rows().size());
        if (better) {
          best = new HeaderBlock(block, recognised);
          at = i;
        }
      }
    }
    return best == null ? Optional.empty() : Optional.of(best.extended(matcher, rows, at));
  }

  /** With the group row above, and with the rows of units and periods below. */
  private HeaderBlock extended(HeaderMatcher matcher, List<SheetRow> all, int at) {
    Set<Integer> keys = keys(matcher);
    List<SheetRow> block = new ArrayList<>(rows);
    if (at > 0 && groups(all.get(at - 1), block.getFirst())) {
      block.addFirst(all.get(at - 1));
    }
    for (int next = at + rows.size(); next < all.size() && block.size() <= DEEPEST; next++) {
      boolean adjacent = all.get(next).number() == block.getLast().number() + 1;
      if (next + 1 < all.size() && numbers(all.get(next)) && below(all.get(next + 1), keys)) {
        continue;
      }
      if (!below(all.get(next), keys) && !(adjacent && under(all.get(next), keys))) {
        break;
      }
      block.add(all.get(next));
    }
    return new HeaderBlock(block, recognised);
  }

  /** The columns of the code and the name. */
  private Set<Integer> keys(HeaderMatcher matcher) {
    Set<Integer> keys = new HashSet<>();
    List<List<String>> labels = labels();
    for (int column = 0; column < labels.size(); column++) {
      Field field = matcher.claim(labels.get(column)).field();
      if (field != null && (field.type() == FieldType.USCC || field.name().equals("name"))) {
        keys.add(column);
      }
    }
    return keys;
  }

  /** Whether a row has words under the figures and nothing under code and name. */
  private static boolean under(SheetRow row, Set<Integer> keys) {
    for (int key : keys) {
      boolean covered = row.cell(key) instanceof SheetCell.Merged merged && !merged.first();
      if (!row.cell(key).blank() && !covered) {
        return false;
      }
    }
    for (int column = 0; column < row.width(); column++) {
      boolean covered = row.cell(column) instanceof SheetCell.Merged merged && !merged.first();
      if (!row.cell(column).blank() && !covered) {
        // A note begins at the left; what belongs to a figure stands under it.
        return !keys.isEmpty()
            && column > keys.stream().mapToInt(Integer::intValue).min().orElse(0)
            && label(row);
      }
    }
    return false;
  }

  /** Whether a row is made of words alone, as the second row of a header is. */
  static boolean label(SheetRow row) {
    for (SheetCell cell : row.cells()) {
      if (cell.blank()) {
        continue;
      }
      boolean word = cell.single() instanceof SheetCell.Text(String text) && word(text);
      if (!word && !year(cell)) {
        return false;
      }
    }
    return true;
  }

  /** 2024 and 2025 over two columns of figures. */
  private static boolean year(SheetCell cell) {
    return YEAR.matcher(CellText.compact(cell.shown())).matches();
  }

  private static boolean word(String text) {
    String compact = CellText.compact(text);
    return CellText.number(compact.replace(",", "")).isEmpty() && !Uscc.isValid(compact);
  }

  /** Whether a row groups the columns under it: several cells, or one that is no title. */
  private static boolean groups(SheetRow row, SheetRow names) {
    if (row.number() + 1 != names.number() || !label(row)) {
      return false;
    }
    Set<String> words = new HashSet<>();
    Set<List<Unit>> units = new HashSet<>();
    int first = -1;
    int cells = 0;
    for (int column = 0; column < row.width(); column++) {
      String word = CellText.compact(row.cell(column).shown());
      cells += word.isEmpty() ? 0 : 1;
      if (TableContext.isUnit(word)) {
        units.add(TableContext.money(word));
      }
      if (!word.isEmpty() && !word.contains(":")) {
        words.add(word);
        first = first < 0 ? column : first;
      }
    }
    // 元 alone in a corner is the whole table's unit, not the one column's under it.
    boolean unit = cells == 1 && words.stream().anyMatch(word -> Unit.of(word).isPresent());
    return units.size() > 1 || words.size() > 1 || (words.size() == 1 && first > 0 && !unit);
  }

  /** Whether a row numbers the columns. */
  private static boolean numbers(SheetRow row) {
    int numbers = 0;
    for (SheetCell cell : row.cells()) {
      String word = CellText.compact(cell.shown());
      if (!word.isEmpty() && !word.matches("[(]?[0-9]{1,2}[)]?|[甲乙丙丁]|栏次|列次|列号|行次|序号")) {
        return false;
      }
      numbers += word.isEmpty() ? 0 : 1;
    }
    return numbers > 1;
  }

  /**
   * Whether a row under the names says only units, periods or parts. What stands under the code or
   * the name alone is a heading of the rows below it.
   */
  private static boolean below(SheetRow row, Set<Integer> keys) {
    boolean any = false;
    for (int column = 0; column < row.width(); column++) {
      SheetCell cell = row.cell(column);
      if (cell.blank() || (cell instanceof SheetCell.Merged merged && !merged.first())) {
        continue;
      }
      if (!(cell.single() instanceof SheetCell.Text) && !year(cell)) {
        return false;
      }
      String word = CellText.compact(cell.shown());
      boolean says =
          Unit.of(word).isPresent()
              || word.matches("单位|计量单位|-|—|/")
              || (word.length() <= 12
                  && (Remark.HARMLESS.matcher(word).matches()
                      || Period.ofRemark(word, 0) != Period.UNSAID
                      || Remark.OTHER_QUANTITY.matcher(word).find())
                  && !Uscc.isValid(word)
                  && (word(word) || year(cell)));
      if (!says) {
        return false;
      }
      any |= !keys.contains(column);
    }
    return any;
  }

  /** How many fields the rows name. */
  private static int recognised(HeaderMatcher matcher, List<SheetRow> block) {
    Set<Field> fields = new HashSet<>();
    for (List<String> texts : labels(block)) {
      Field field = texts.isEmpty() ? null : matcher.claim(texts).field();
      if (field != null) {
        fields.add(field);
      }
    }
    return fields.size();
  }

  /** The texts over each column, from the top down; none where a column has no header. */
  List<List<String>> labels() {
    return labels(rows);
  }

  private static List<List<String>> labels(List<SheetRow> block) {
    int width = block.stream().mapToInt(SheetRow::width).max().orElse(0);
    List<List<String>> labels = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      List<String> texts = new ArrayList<>();
      boolean own = false;
      for (int i = 0; i < block.size(); i++) {
        SheetCell cell = block.get(i).cell(column);
        boolean last = i == block.size() - 1;
        String text = cell.shown();
        if (cell.blank() && !last && !own) {
          text = group(block, i, column);
        } else if (!cell.blank()) {
          own = true;
        }
        if (!text.isBlank() && (texts.isEmpty() || !texts.getLast().equals(text))) {
          texts.add(text);
        }
      }
      labels.add(own ? texts : List.of());
    }
    return labels;
  }

  /** The group to the left that reaches over this column where nobody merged its cells. */
  private static String group(List<SheetRow> block, int row, int column) {
    SheetRow below = block.get(row + 1);
    if (below.cell(column).blank()) {
      return "";
    }
    for (int left = column - 1; left >= 0; left--) {
      SheetCell cell = block.get(row).cell(left);
      if (!cell.blank()) {
        boolean group = !below.cell(left).blank() && !(cell instanceof SheetCell.Merged);
        return group ? cell.shown() : "";
      }
    }
    return "";
  }
}
