package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Goes through the rows under a table's header and finds where the next table begins. A header that
 * is repeated for printing begins none.
 */
public final class FurtherTables {

  private static final int MOST = 20;
  private static final int KEPT = 8;
  private static final int LOOKED_AT = 60;

  private final Question question;
  private final Sheet main;
  private final int code;
  private final List<Sheet> found = new ArrayList<>();
  private final BitSet repeated = new BitSet();

  /** The rows without a code since the last that has one: titles of what may follow. */
  private final List<SheetRow> pending = new ArrayList<>();

  private int pendingFrom;

  /** Whether there were rows of data before those. */
  private boolean rows;

  /** Whether a heading of its own stands over the first of them. */
  private boolean headed;

  public FurtherTables(Question question, Sheet main) {
    this.question = question;
    this.main = main;
    this.code = main.header().positions().getOrDefault("uscc", -1);
  }

  /** Takes the next row; says whether it is still the main table's. */
  public boolean take(SheetRow row) {
    if (row.number() <= main.header().lastRow() || row.blank()) {
      return found.isEmpty();
    }
    if (code >= 0 && holdsCode(row.cell(code))) {
      return takeCode();
    }
    withoutCode(row);
    return found.isEmpty();
  }

  /** The same for a row below the header with a valid code. */
  public boolean takeCode() {
    section();
    pending.clear();
    pendingFrom = 0;
    rows = true;
    return found.isEmpty();
  }

  /**
   * A heading between the rows that says another year, a forecast or another unit than the table's:
   * what follows is a table of its own under the same header.
   */
  private void section() {
    if (pending.isEmpty()) {
      return;
    }
    List<SheetRow> headings = pending.stream().filter(FurtherTables::heading).toList();
    if (headings.isEmpty() || found.size() == MOST) {
      return;
    }
    Sheet last = found.isEmpty() ? main : found.getLast();
    TableContext said =
        TableContext.of(
            Sheet.titles(headings, Integer.MAX_VALUE), "", "", question.matcher(), question.year());
    boolean otherUnit = said.units().stream().anyMatch(u -> u.money() && !inUnit(last, u));
    boolean ours = said.period() == Period.OURS && !rows && found.isEmpty();
    boolean otherPeriod =
        said.period() != Period.UNSAID && said.period() != last.context().period();
    if (!otherUnit && (!otherPeriod || ours)) {
      return;
    }
    TableContext context =
        new TableContext(
            said.units().isEmpty() ? last.context().units() : said.units(),
            said.units().isEmpty() ? last.context().place() : said.place(),
            said.period() == Period.UNSAID ? last.context().period() : said.period(),
            said.period() == Period.UNSAID ? last.context().periodText() : said.periodText(),
            said.units().isEmpty() ? last.context().places() : said.places(),
            said.figures().isEmpty() ? last.context().figures() : said.figures());
    headed |= !rows && found.isEmpty();
    add(last.under(headings.getLast().number(), question, context), headings.getFirst().number());
  }

  private static boolean inUnit(Sheet table, Unit unit) {
    Reading.UnitFound found = table.header().unit();
    return table.context().units().contains(unit)
        || (found != null && Unit.of(found.name()).filter(unit::equals).isPresent());
  }

  private void add(Sheet table, int from) {
    if (!found.isEmpty()) {
      found.set(found.size() - 1, found.getLast().until(from));
    }
    starts.add(from);
    found.add(table);
  }

  /** Words in one cell, or in two: no row of data. */
  private static boolean heading(SheetRow row) {
    int cells = 0;
    for (SheetCell cell : row.cells()) {
      boolean covered = cell instanceof SheetCell.Merged merged && !merged.first();
      if (!cell.blank() && !covered) {
        boolean text =
            cell.single() instanceof SheetCell.Text(String words)
                && words.length() < 60
                && CellText.number(CellText.compact(words).replace(",", "")).isEmpty();
        cells++;
        if (!text || cells > 2) {
          return false;
        }
      }
    }
    return cells > 0;
  }

  private static boolean holdsCode(SheetCell cell) {
    return cell.single() instanceof SheetCell.Text(String text)
        && text.length() >= 18
        && (Uscc.isValid(text) || Uscc.isValid(CellText.compact(text).toUpperCase(Locale.ROOT)));
  }

  private void withoutCode(SheetRow row) {
    pendingFrom = pendingFrom == 0 ? row.number() : pendingFrom;
    if (found.size() < MOST && HeaderBlock.label(row) && header(row)) {
      header(row, List.copyOf(pending));
      pending.clear();
      pendingFrom = 0;
      return;
    }
    if (pending.size() == KEPT) {
      pending.removeFirst();
    }
    pending.add(row);
  }

  private boolean header(SheetRow row) {
    int looked = 0;
    for (SheetCell cell : row.cells()) {
      if (looked++ == LOOKED_AT) {
        return false;
      }
      if (cell.single() instanceof SheetCell.Text(String text)
          && mayNameCode(text)
          && question.matcher().namesCode(text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayNameCode(String text) {
    return text.length() < 60
        && (text.contains("代码")
            || text.contains("代 码")
            || text.contains("识别号")
            || text.contains("代码证")
            || text.toLowerCase(Locale.ROOT).contains("uscc"));
  }

  private void header(SheetRow row, List<SheetRow> above) {
    HeaderBlock block = new HeaderBlock(List.of(row), 1);
    List<TableContext.Title> near = Sheet.titles(above, row.number());
    List<TableContext.Title> all = new ArrayList<>(main.titles());
    all.addAll(near);
    TableContext here = question.context(near, Sheet.name(main.table()));
    TableContext around = question.context(all, Sheet.name(main.table()));
    boolean newUnit =
        TableContext.of(near, "", "", question.matcher(), question.year()).units().stream()
            .anyMatch(unit -> !main.context().units().contains(unit));
    boolean newPeriod =
        near.stream()
            .map(title -> Period.ofTitle(title.text(), question.year()))
            .anyMatch(p -> p != Period.UNSAID && p != main.context().period());
    boolean again = sameAsMain(row) || (!rows && namesTheSame(row));
    if (found.isEmpty() && again && !newUnit && !newPeriod) {
      above.forEach(r -> repeated.set(r.number()));
      repeated.set(row.number());
      return;
    }
    var context =
        here.units().isEmpty()
            ? new TableContext(
                around.units(),
                around.place(),
                here.period(),
                here.periodText(),
                around.places(),
                here.figures().isEmpty() ? around.figures() : here.figures())
            : here;
    Header header = question.header(block, context);
    add(new Sheet(main.table(), header, block, context, all, Integer.MAX_VALUE, true), pendingFrom);
  }

  private final List<Integer> starts = new ArrayList<>();

  private boolean sameAsMain(SheetRow row) {
    for (SheetRow own : main.block().rows()) {
      if (same(row, own)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a row under the header names the same fields once more, as systems call them. */
  private boolean namesTheSame(SheetRow row) {
    for (int column = 0; column < row.width(); column++) {
      HeaderMatcher.Claim claim = question.matcher().claim(List.of(row.cell(column).shown()));
      Integer own =
          claim.field() == null ? null : main.header().positions().get(claim.field().name());
      if (claim.field() != null && (own == null || own != column || !claim.remarks().isEmpty())) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(SheetRow row, SheetRow own) {
    for (int column = 0; column < Math.max(row.width(), own.width()); column++) {
      String text = CellText.compact(row.cell(column).shown());
      if (!text.isEmpty() && !text.equals(CellText.compact(own.cell(column).shown()))) {
        return false;
      }
    }
    return true;
  }

  /** The rows that stand over a header repeated for printing. */
  public BitSet repeatedTitles() {
    return repeated;
  }

  /** Which of all tables of the sheet is read, once all rows were taken. */
  public Choice choice() {
    if (found.isEmpty()) {
      return Choice.only(main);
    }
    Sheet first = main.until(starts.getFirst());
    List<Sheet> complete = new ArrayList<>();
    if (!headed) {
      complete.add(first);
    }
    found.stream().filter(table -> table.header().complete()).forEach(complete::add);
    Choice choice = Choice.pick(complete, question);
    List<innovation.points.datasets.problem.FileProblem> warnings =
        new ArrayList<>(choice.warnings());
    found.stream()
        .filter(table -> !table.header().complete())
        .forEach(table -> warnings.add(Choice.notRead(table, question.year())));
    return new Choice(choice.sheet(), choice.problems(), warnings, List.of(), choice.meant());
  }
}
