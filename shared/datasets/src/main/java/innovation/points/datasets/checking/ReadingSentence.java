package innovation.points.datasets.checking;

import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.reading.container.TableFile;
import innovation.points.datasets.reading.header.Choice;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.header.RowColumn;
import innovation.points.datasets.reading.header.Sheet;
import innovation.points.datasets.reading.header.Unit;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says how a file was read, as data and in one sentence. */
final class ReadingSentence {

  private static final int NAMED = 10;

  private final TableFile file;
  private final Choice choice;

  ReadingSentence(TableFile file, Choice choice) {
    this.file = file;
    this.choice = choice;
  }

  /**
   * Of a table.
   *
   * @param further the places of tables of its sheet that could be meant as well
   */
  Reading of(Sheet sheet, ProblemTally tally, List<String> further) {
    Header header = sheet.header();
    SheetTable.Origin origin = sheet.table().origin();
    Character separator = origin.separator();
    List<String> hidden = hidden(sheet);
    List<Integer> rows =
        IntStream.rangeClosed(header.firstRow(), header.lastRow()).boxed().toList();
    return new Reading(
        origin.kind(),
        origin.encoding(),
        separator == null ? null : separator.toString(),
        origin.sheet(),
        rows,
        header.unit(),
        header.columns(),
        new Reading.NotRead(
            choice.unread(), tally.tablesNotRead(), header.unread(), tally.firstNotes()),
        further.isEmpty() ? choice.meant() : further,
        new Reading.Hidden(hidden, file.hiddenSheets()),
        sentence(sheet, tally, hidden));
  }

  private String sentence(Sheet sheet, ProblemTally tally, List<String> hidden) {
    Header header = sheet.header();
    List<String> parts = new ArrayList<>();
    parts.add(unit(header));
    String name = sheet.table().origin().sheet();
    String rows =
        header.firstRow() == header.lastRow()
            ? "第 %d 行".formatted(header.lastRow())
            : "第 %d 至 %d 行".formatted(header.firstRow(), header.lastRow());
    parts.add((name == null ? "" : "工作表“" + FileProblem.shortened(name) + "”，") + "表头在" + rows);
    List<Reading.Column> ofRows =
        header.columns().stream().filter(c -> c.match() == Reading.Match.ROW).toList();
    if (!ofRows.isEmpty()) {
      List<String> says =
          Stream.of(RowColumn.values())
              .filter(kind -> ofRows.stream().anyMatch(column -> kind.is(column.header())))
              .map(RowColumn::saying)
              .distinct()
              .toList();
      List<String> letters = ofRows.stream().map(Reading.Column::letter).toList();
      parts.add("%s 列只用来判断各行%s".formatted(named(letters), String.join("、", says)));
    }
    if (!header.unread().isEmpty()) {
      parts.add(named(header.unread()) + " 列没有读取");
    }
    if (tally.notes() > 0) {
      List<String> notes = tally.firstNotes().stream().map(String::valueOf).toList();
      parts.add("第 %s 行不是数据，没有读取".formatted(named(notes)));
    }
    if (!choice.unread().isEmpty()) {
      parts.add("工作表“%s”没有读取".formatted(named(choice.unread())));
    }
    if (!hidden.isEmpty()) {
      parts.add(named(hidden) + " 列是隐藏列，也已读取");
    }
    if (!file.hiddenSheets().isEmpty()) {
      parts.add("隐藏的工作表“%s”没有读取".formatted(named(file.hiddenSheets())));
    }
    return String.join("；", parts.stream().filter(part -> !part.isEmpty()).toList()) + "。";
  }

  private static String unit(Header header) {
    Reading.UnitFound unit = header.unit();
    if (unit == null) {
      return "";
    }
    if (unit.from() == null) {
      boolean ofRows = header.columns().stream().anyMatch(ReadingSentence::namesUnits);
      return ofRows
          ? "金额按各行注明的单位读取，未注明的按%s".formatted(unit.name())
          : "未注明单位，按%s读取".formatted(unit.name());
    }
    List<String> units =
        header.columns().stream()
            .filter(column -> column.field() != null)
            .map(column -> column.unit() == null ? "" : column.unit())
            .filter(name -> Unit.of(name).filter(Unit::money).isPresent())
            .distinct()
            .toList();
    return units.size() > 1
        ? "金额按各列的单位（%s）读取".formatted(String.join("、", units))
        : "金额按%s（见%s）读取".formatted(unit.name(), unit.from());
  }

  private static boolean namesUnits(Reading.Column column) {
    return column.match() == Reading.Match.ROW && RowColumn.UNIT.is(column.header());
  }

  private static String named(List<String> names) {
    String joined =
        String.join("、", names.stream().limit(NAMED).map(FileProblem::shortened).toList());
    return names.size() > NAMED ? joined + " 等" : joined;
  }

  private List<String> hidden(Sheet sheet) {
    BitSet columns = sheet.table().hiddenColumns();
    return sheet.header().positions().values().stream()
        .filter(columns::get)
        .sorted()
        .map(SheetRow::letter)
        .toList();
  }
}
