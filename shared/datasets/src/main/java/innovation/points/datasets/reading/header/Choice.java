package innovation.points.datasets.reading.header;

import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.container.TableFile;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which table of a file is read.
 *
 * @param sheet the one
 * @param problems what holds the file: several tables that could be meant, or another year
 * @param warnings tables that are not read
 * @param unread the names of visible sheets that are not read
 * @param meant the places of the tables that could be meant, where there are several
 */
public record Choice(
    Sheet sheet,
    List<FileProblem> problems,
    List<FileProblem> warnings,
    List<String> unread,
    List<String> meant) {

  private static final int SEARCHED = 30;

  public Choice {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
    unread = List.copyOf(unread);
    meant = List.copyOf(meant);
  }

  /** The only one. */
  static Choice only(Sheet sheet) {
    return new Choice(sheet, List.of(), List.of(), List.of(), List.of());
  }

  /**
   * Looks at all tables. A text is read in the first of its encodings and separators under which
   * the header has everything, else under which it has most.
   *
   * @throws FileFault where no table can be read, or all are empty
   */
  public static Optional<Choice> of(Question question, TableFile file)
      throws IOException, FileFault {
    List<Sheet> found = new ArrayList<>();
    List<SheetRow> seen = new ArrayList<>();
    FileFault fault = null;
    List<FileProblem> damaged = new ArrayList<>();
    List<TableContext.Title> notes = new ArrayList<>();
    for (SheetTable table : file.tables()) {
      List<SheetRow> top;
      try {
        top = top(table);
      } catch (FileFault e) {
        fault = fault == null ? e : fault;
        damaged.add(
            FileProblem.ofFile(
                ProblemCode.TABLE_NOT_READ,
                "工作表“%s”没有读取：%s".formatted(Sheet.name(table), e.sentence())));
        continue;
      }
      if (!file.alternatives() || seen.isEmpty()) {
        seen.addAll(top);
      }
      boolean one = file.alternatives() || file.tables().size() == 1;
      Optional<Sheet> sheet =
          Sheet.first(question, table, top).filter(s -> one || !s.header().ofReportExtract());
      sheet.ifPresent(found::add);
      if (sheet.isEmpty() && !file.alternatives()) {
        Sheet.titles(top, Integer.MAX_VALUE).stream()
            .map(
                t -> new TableContext.Title("工作表“" + Sheet.name(table) + "”" + t.place(), t.text()))
            .forEach(notes::add);
      }
      if (file.alternatives() && sheet.filter(s -> s.header().complete()).isPresent()) {
        found = List.of(sheet.get());
        break;
      }
    }
    if (file.alternatives() && found.stream().noneMatch(s -> s.block().width() > 1)) {
      refuseRunTogether(question.matcher(), seen);
    }
    if (found.isEmpty()) {
      if (fault != null) {
        throw fault;
      }
      refuse(seen);
      return Optional.empty();
    }
    for (SheetRow row : most(found).block().rows()) {
      if (!row.broken().isEmpty()) {
        throw FileFault.unreadable("表头（第 %d 行）的引号没有成对，分不清各列；请去掉多余的引号后再传。".formatted(row.number()));
      }
    }
    if (file.alternatives()) {
      return Optional.of(only(most(found)));
    }
    Choice choice = among(found, file.tables(), question).withNotes(question, notes);
    damaged.addAll(choice.warnings());
    return Optional.of(
        new Choice(choice.sheet(), choice.problems(), damaged, choice.unread(), choice.meant()));
  }

  /** With the unit that a sheet of notes names, where the table itself names none. */
  private Choice withNotes(Question question, List<TableContext.Title> notes) {
    return new Choice(sheet.withTitles(question, notes), problems, warnings, unread, meant);
  }

  private static Sheet most(List<Sheet> sheets) {
    Sheet most = sheets.getFirst();
    for (Sheet sheet : sheets) {
      if (sheet.block().recognised() > most.block().recognised()) {
        most = sheet;
      }
    }
    return most;
  }

  private static Choice among(List<Sheet> found, List<SheetTable> all, Question question) {
    List<Sheet> complete = found.stream().filter(s -> s.header().complete()).toList();
    List<Sheet> filled = complete.stream().filter(Sheet::rows).toList();
    List<Sheet> tables = filled.isEmpty() ? complete : filled;
    Choice choice = tables.isEmpty() ? only(most(found)) : pick(tables, question);
    List<String> unread =
        all.stream()
            .filter(table -> table != choice.sheet().table())
            .map(Sheet::name)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return new Choice(choice.sheet(), choice.problems(), choice.warnings(), unread, choice.meant());
  }

  /** Of tables that all have what they need: the one that a person named, or that of the year. */
  static Choice pick(List<Sheet> tables, Question question) {
    int year = question.year();
    Optional<String> said = question.matcher().said().table();
    Optional<Sheet> named =
        tables.stream().filter(t -> said.filter(t::isCalled).isPresent()).findFirst();
    if (named.isPresent()) {
      List<FileProblem> others =
          tables.stream()
              .filter(table -> !table.equals(named.get()))
              .map(table -> notChosen(table, named.get()))
              .toList();
      return new Choice(named.get(), List.of(), others, List.of(), List.of());
    }
    List<Sheet> ours = tables.stream().filter(t -> is(t, Period.OURS)).toList();
    List<Sheet> unsaid = tables.stream().filter(t -> is(t, Period.UNSAID)).toList();
    List<Sheet> several = tables.stream().filter(t -> is(t, Period.SEVERAL)).toList();
    List<Sheet> meant =
        Stream.of(ours, unsaid, several).filter(t -> !t.isEmpty()).findFirst().orElse(tables);
    Sheet chosen = meant.getFirst();
    List<FileProblem> problems = new ArrayList<>();
    List<FileProblem> warnings = new ArrayList<>();
    if (meant.size() > 1) {
      problems.add(
          FileProblem.ofFile(
              ProblemCode.SEVERAL_TABLES,
              "文件里有 %d 张表都可能是 %d 年的数据：%s；请确认采用哪一张，或只留一张后再传。"
                  .formatted(
                      meant.size(),
                      year,
                      String.join("、", meant.stream().map(Sheet::place).toList()))));
    }
    for (Sheet table : tables) {
      if (!meant.contains(table)) {
        warnings.add(notRead(table, year));
      }
    }
    List<String> places = meant.size() > 1 ? meant.stream().map(Sheet::place).toList() : List.of();
    return new Choice(chosen, problems, warnings, List.of(), places);
  }

  private static FileProblem notChosen(Sheet table, Sheet chosen) {
    return new FileProblem(
        ProblemCode.TABLE_NOT_READ,
        table.header().lastRow(),
        null,
        null,
        null,
        table.place() + "没有读取：已按确认采用" + chosen.place() + "。");
  }

  private static boolean is(Sheet table, Period period) {
    return table.context().period() == period;
  }

  static FileProblem notRead(Sheet table, int year) {
    String why =
        table
            .context()
            .otherPeriod()
            .map(text -> "%s不是 %d 年全年的".formatted(text, year))
            .orElseGet(
                () -> table.header().complete() ? "已采用注明 %d 年的表".formatted(year) : "它没有需要的列");
    return new FileProblem(
        ProblemCode.TABLE_NOT_READ,
        table.header().lastRow(),
        null,
        null,
        null,
        table.place() + "没有读取：" + why + "。");
  }

  /** What holds a file whose table is of another year. */
  public static Optional<FileProblem> otherYear(Sheet sheet, int year) {
    return sheet
        .context()
        .otherPeriod()
        .map(
            text ->
                FileProblem.ofFile(
                    ProblemCode.OTHER_YEAR,
                    (sheet.context().otherQuantity()
                            ? "应为 %d 年全年的实际数，这里%s；请确认是否传错了文件，或改正后再传。"
                            : "应为 %d 年全年的数据，这里%s；请确认是否传错了年度，或改正后再传。")
                        .formatted(year, text)));
  }

  /** Reads the header of a further table once more, with the rows that belong to it. */
  public static Sheet again(Question question, Sheet sheet) throws IOException, FileFault {
    List<SheetRow> rows = new ArrayList<>();
    sheet
        .table()
        .forEachRow(
            row -> {
              if (row.number() >= sheet.header().firstRow() && !row.blank()) {
                rows.add(row);
              }
              return rows.size() < SEARCHED;
            });
    return HeaderBlock.find(question.matcher(), rows)
        .map(
            block ->
                new Sheet(
                    sheet.table(),
                    question.header(block, sheet.context()),
                    block,
                    sheet.context(),
                    sheet.titles(),
                    sheet.end(),
                    true))
        .orElse(sheet);
  }

  /** The first rows that are not blank. */
  private static List<SheetRow> top(SheetTable table) throws IOException, FileFault {
    List<SheetRow> rows = new ArrayList<>();
    table.forEachRow(
        row -> {
          if (!row.blank()) {
            rows.add(row);
          }
          return rows.size() < SEARCHED;
        });
    return rows;
  }

  /** A text whose columns nothing known divides has a whole header in one cell. */
  private static void refuseRunTogether(HeaderMatcher matcher, List<SheetRow> seen)
      throws FileFault {
    for (SheetRow row : seen) {
      for (SheetCell cell : row.cells()) {
        String text = cell.shown();
        String bare = text.replaceAll("^[‘’“”'\"]+|[‘’“”'\"]+$", "");
        if (!bare.equals(text) && !matcher.namesCode(text) && matcher.namesCode(bare)) {
          throw FileFault.unreadable(
              "列名两边的引号（%s）不是 CSV 的引号；引号应为英文双引号，或请另存为 xlsx 后再传。".formatted(CellText.cut(text)));
        }
        if (matcher.namesSeveral(text)) {
          throw FileFault.unreadable(
              "各列应以逗号、分号、制表符或竖线隔开，这里的表头（第 %d 行）分不开：“%s”；请另存为 xlsx 或 CSV 后再传。"
                  .formatted(row.number(), CellText.cut(text)));
        }
      }
    }
  }

  private static void refuse(List<SheetRow> seen) throws FileFault {
    if (seen.isEmpty()) {
      throw FileFault.empty("文件里没有内容。");
    }
    if (seen.stream().flatMap(row -> row.cells().stream()).anyMatch(Choice::garbled)) {
      throw FileFault.unreadable("文件里的汉字在以前另存时已损坏（显示为乱码），无法还原；请从原始表格重新另存为“CSV UTF-8”或 xlsx 后再传。");
    }
    if (seen.stream().flatMap(row -> row.cells().stream()).anyMatch(Choice::traditional)) {
      throw FileFault.unreadable("表头应为简体中文的列名，这里是繁体字；请按模板的列名改好表头后再传。");
    }
  }

  /** 统一社会信用代码 and 企业名称 in the writing of Taiwan and Hong Kong. */
  private static boolean traditional(SheetCell cell) {
    return cell.shown().contains("統一社會") || cell.shown().contains("企業名稱");
  }

  /** 统一 as it looks after a wrong decoding, and what the replacement of characters leaves. */
  private static boolean garbled(SheetCell cell) {
    String text = cell.shown();
    return CellText.damaged(text)
        || text.contains("缁熶竴")
        || text.contains("Í³Ò»")
        || text.contains("ç»Ÿä¸€")
        || text.contains("ç»\u009fä¸\u0080")
        || text.contains("????");
  }
}
