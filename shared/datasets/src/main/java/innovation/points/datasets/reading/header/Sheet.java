package innovation.points.datasets.reading.header;

import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of a file: its header, and where its rows are.
 *
 * @param table the sheet or text it is in
 * @param block its header as the file has it
 * @param context what is said of it outside of its header
 * @param titles the rows above its header, the nearest last
 * @param end the first row that is no longer its own
 * @param rows whether there are rows under the header, as far as was looked
 */
public record Sheet(
    SheetTable table,
    Header header,
    HeaderBlock block,
    TableContext context,
    List<TableContext.Title> titles,
    int end,
    boolean rows) {

  public Sheet {
    titles = List.copyOf(titles);
  }

  /** The first table among the first rows of a sheet that are not blank. */
  static Optional<Sheet> first(Question question, SheetTable table, List<SheetRow> top) {
    return HeaderBlock.find(question.matcher(), top)
        .map(
            block -> {
              List<TableContext.Title> titles = new ArrayList<>(beside(table, block));
              titles.addAll(titles(top, block.lastRow()));
              titles.addAll(amongNames(question, block));
              TableContext context = question.context(titles, name(table));
              boolean rows = top.getLast().number() > block.lastRow();
              Header header = question.header(block, context);
              return new Sheet(table, header, block, context, titles, Integer.MAX_VALUE, rows);
            });
  }

  /** What the sheet says outside of its cells: in the page's header, in comments of the header. */
  private static List<TableContext.Title> beside(SheetTable table, HeaderBlock block) {
    return table.notes().stream()
        .filter(note -> note.row() <= block.lastRow())
        .map(note -> new TableContext.Title(note.place(), note.text()))
        .toList();
  }

  /** 单位：元 in a cell of the header that names no column. */
  private static List<TableContext.Title> amongNames(Question question, HeaderBlock block) {
    List<TableContext.Title> titles = new ArrayList<>();
    for (List<String> texts : block.labels()) {
      boolean named = question.matcher().claim(texts).field() != null;
      String text = String.join(" ", texts);
      if (!named && TableContext.isUnit(text)) {
        titles.add(new TableContext.Title("第 %d 行".formatted(block.lastRow()), text));
      }
    }
    return titles;
  }

  static String name(SheetTable table) {
    String sheet = table.origin().sheet();
    return sheet == null ? "" : sheet;
  }

  /** The texts above a row, one a row. */
  static List<TableContext.Title> titles(List<SheetRow> rows, int below) {
    List<TableContext.Title> titles = new ArrayList<>();
    for (SheetRow row : rows) {
      if (row.number() < below && !row.blank()) {
        titles.add(new TableContext.Title("第 %d 行".formatted(row.number()), text(row)));
      }
    }
    return titles;
  }

  private static String text(SheetRow row) {
    StringBuilder text = new StringBuilder();
    for (SheetCell cell : row.cells()) {
      boolean again = cell instanceof SheetCell.Merged merged && !merged.first();
      if (!cell.blank() && !again) {
        text.append(text.isEmpty() ? "" : " ").append(cell.shown().strip());
      }
    }
    return text.length() > 400 ? text.substring(0, 400) : text.toString();
  }

  /** The same table with what the notes under it say of its unit. */
  public Sheet withNotes(Question question, List<SheetRow> notes) {
    return withTitles(question, titles(notes, Integer.MAX_VALUE));
  }

  /** The same with what texts that stand elsewhere say of its unit. */
  Sheet withTitles(Question question, List<TableContext.Title> notes) {
    TableContext with = context.withNotes(notes, question.matcher(), question.year());
    if (with.equals(context)) {
      return this;
    }
    Header said = question.header(block, with);
    boolean below = header.lastRow() > block.lastRow();
    return new Sheet(
        table, below ? said.under(header.lastRow()) : said, block, with, titles, end, rows);
  }

  /** A table under the same header that begins below a heading further down. */
  Sheet under(int heading, Question question, TableContext said) {
    return new Sheet(
        table,
        question.header(block, said).under(heading),
        block,
        said,
        titles,
        Integer.MAX_VALUE,
        true);
  }

  /** The same table, which ends before that row. */
  Sheet until(int row) {
    return new Sheet(table, header, block, context, titles, row, rows);
  }

  /** Whether a person means this table, or one further down in its sheet. */
  boolean isCalled(String said) {
    String sheet = table.origin().sheet();
    return said.equals(place()) || (sheet != null && said.startsWith("工作表“" + sheet + "”"));
  }

  /** How a person finds the table. */
  String place() {
    String sheet = table.origin().sheet();
    String row = "第 " + header.lastRow() + " 行起的表";
    return sheet == null ? row : "工作表“" + sheet + "”" + row;
  }
}
