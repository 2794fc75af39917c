package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Consistency;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.checking.row.NaturalKeys;
import innovation.points.datasets.checking.row.ReadColumn;
import innovation.points.datasets.checking.row.RowDoubt;
import innovation.points.datasets.checking.row.RowKeys;
import innovation.points.datasets.checking.row.RowPeriod;
import innovation.points.datasets.checking.row.RowShape;
import innovation.points.datasets.checking.row.RowUnit;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.cell.CellReader;
import innovation.points.datasets.reading.cell.Entry;
import innovation.points.datasets.reading.header.ColumnUnit;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.Question;
import innovation.points.datasets.reading.header.Sheet;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.scoring.facts.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the rows of one file, each by itself and, for repeated keys, against the others. */
final class RowChecker {

  private static final String USCC = "uscc";
  private static final int NOTES = 40;

  private final UploadKey key;
  private final Dataset dataset;
  private final Header header;
  private final RowKind kinds;
  private final RowShape shape;
  private final CellReader reader;
  private final Roster roster;
  private final ConsistencyChecker consistency;
  private final RowPeriod periods;
  private final RowDoubt doubts;
  private final RowUnit units;

  /** Whether every column is read for a field, so that no row says anything of itself. */
  private final boolean silent;

  private final PlausibilityChecker plausibility;
  private final List<ReadColumn> columns;
  private final NaturalKeys keys;
  private final GoodRow good;
  private final List<SheetRow> notes = new ArrayList<>();
  private final List<Integer> otherPeriods = new ArrayList<>();
  private String otherPeriod = "";
  private boolean allPeriods;

  /** Further columns of codes, which are not read. */
  private final List<Integer> rivals;

  RowChecker(UploadKey key, Question question, Sheet sheet, BitSet repeatedTitles, Known known) {
    this.key = key;
    this.dataset = question.matcher().dataset();
    this.header = sheet.header();
    this.kinds = new RowKind(sheet, repeatedTitles);
    this.periods = new RowPeriod(header, dataset, key.year());
    this.doubts = new RowDoubt(dataset, header);
    this.units = new RowUnit(header);
    this.silent = header.columns().stream().allMatch(column -> column.field() != null);
    this.reader = new CellReader(sheet.table().origin().epoch1904());
    this.roster = known.roster();
    this.columns = ReadColumn.of(dataset, header);
    this.keys = new NaturalKeys(dataset, columns, reader);
    this.rivals =
        header.columns().stream()
            .filter(c -> c.field() == null && question.matcher().namesCode(c.header()))
            .map(c -> SheetRow.column(c.letter()))
            .toList();
    this.plausibility =
        new PlausibilityChecker(dataset, key.year(), known.before(), known.others());
    this.consistency = new ConsistencyChecker(dataset, key.year());
    boolean delimited = sheet.table().origin().separator() != null;
    this.shape = new RowShape(header, delimited);
    this.good = new GoodRow(dataset, header, columns, reader, delimited);
  }

  /** The table ends before that row, as is known only once all rows were remembered. */
  void endAt(int row) {
    kinds.endAt(row);
  }

  /**
   * Remembers the natural key of a row of data; all rows come here before any is checked.
   *
   * @return whether it is a row of data
   */
  boolean remember(SheetRow row) {
    CheckedRow.Kind kind = kinds.of(row);
    if (kind == CheckedRow.Kind.NOTE && notes.size() < NOTES) {
      notes.add(row);
    }
    if (kind != CheckedRow.Kind.DATA || ofOtherPeriod(row)) {
      return false;
    }
    doubts.remember(row);
    if (row.broken().isEmpty()) {
      keys.add(row);
    }
    return true;
  }

  private boolean ofOtherPeriod(SheetRow row) {
    Optional<String> said = allPeriods ? Optional.empty() : periods.other(row);
    said.ifPresent(
        text -> {
          otherPeriod = otherPeriods.isEmpty() ? text : otherPeriod;
          otherPeriods.add(row.number());
        });
    return said.isPresent();
  }

  /** The rows that are no data, as far as they may say something of the table. */
  List<SheetRow> notes() {
    return List.copyOf(notes);
  }

  /** The rows that are not of the file's year, by their own account. */
  List<Integer> otherPeriods() {
    return List.copyOf(otherPeriods);
  }

  /** What the first of them says. */
  String otherPeriod() {
    return otherPeriod;
  }

  /** Takes rows of whatever year: all are of another, which holds the file. */
  void takeAllPeriods() {
    allPeriods = true;
  }

  /** All rows were remembered. */
  void remembered() {
    keys.close();
  }

  /** Whether a row is of data, and its key is seen from its bytes. */
  boolean hasKey(PlainRow row) {
    return kinds.inTable(row.number()) && saysNothing(row) && keys.isPlain(row);
  }

  private boolean saysNothing(PlainRow row) {
    return (silent || (periods.nothing(row) && doubts.nothing(row) && units.nothing(row)))
        && kinds.noExample(row);
  }

  /** The same as {@link #remember(SheetRow)}, for a row that {@link #hasKey}. */
  boolean remember(PlainRow row) {
    keys.add(row);
    return true;
  }

  /** Whether a row is accepted without a word, as is seen from its bytes; it is {@link #good}. */
  boolean isGood(PlainRow row) {
    return kinds.inTable(row.number())
        && saysNothing(row)
        && key.ofOne().isEmpty()
        && rivals.isEmpty()
        && good.read(row)
        && keys.isAlone(row)
        && isConsistent()
        && onRoster()
        && plausibility.isUsual(good);
  }

  GoodRow good() {
    return good;
  }

  private boolean isConsistent() {
    for (Consistency rule : dataset.consistency()) {
      if (consistency.broken(rule, good::value).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private boolean onRoster() {
    if (!roster.known() || dataset.isRoster()) {
      return true;
    }
    String name = roster.names().get(good.uscc());
    return name != null
        && (name.isBlank()
            || !(good.value("name") instanceof Value.Text(String found))
            || found.equals(name));
  }

  CheckedRow check(SheetRow row) {
    CheckedRow.Kind kind = kinds.of(row);
    if (kind != CheckedRow.Kind.DATA) {
      return CheckedRow.without(kind, row);
    }
    return !allPeriods && periods.other(row).isPresent()
        ? CheckedRow.without(CheckedRow.Kind.OTHER_TABLE, row)
        : new Check(row).run();
  }

  /** The check of one row. */
  private final class Check {
    private final SheetRow row;
    private final Map<String, Value> values = new HashMap<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private final List<FileProblem> warnings = new ArrayList<>();

    Check(SheetRow row) {
      this.row = row;
    }

    CheckedRow run() {
      Optional<FileProblem> broken = shape.broken(row);
      if (broken.isPresent()) {
        return new CheckedRow(
            CheckedRow.Kind.DATA, row, null, Map.of(), List.of(broken.get()), List.of());
      }
      Optional<RowUnit.Named> unit = units.of(row);
      for (ReadColumn column : columns) {
        read(column, row.cell(column.position()), unit);
      }
      for (Consistency rule : dataset.consistency()) {
        consistency
            .broken(rule, values::get)
            .ifPresent(message -> problem(ProblemCode.INCONSISTENT, rule.field(), message));
      }
      shape.missing(row).ifPresent(warnings::add);
      if (row.hidden()) {
        warnings.add(hidden());
      }
      doubts.of(row).ifPresent(this::doubted);
      if (!allPeriods) {
        periods.undated(row).ifPresent(this::undated);
      }
      keys.repeated(row)
          .ifPresentOrElse(
              this::repeated, () -> keys.spelledOtherwise(row).ifPresent(this::spelledOtherwise));
      String uscc = values.remove(USCC) instanceof Value.Text(String code) ? code : null;
      if (uscc != null) {
        ownCode(uscc);
        oneCode(uscc);
        onRoster(uscc);
        for (PlausibilityChecker.Doubt doubt : plausibility.doubts(uscc, values::get)) {
          warnings.add(about(doubt.code(), doubt.field(), doubt.message()));
        }
      }
      return new CheckedRow(CheckedRow.Kind.DATA, row, uscc, values, problems, warnings);
    }

    private FileProblem hidden() {
      return new FileProblem(
          ProblemCode.HIDDEN_ROW,
          row.number(),
          null,
          null,
          null,
          "第 %d 行在表格里是隐藏的，也已读取；不应计入的话，请删去后再传。".formatted(row.number()));
    }

    private void read(ReadColumn column, SheetCell cell, Optional<RowUnit.Named> named) {
      Field field = column.field();
      ColumnUnit unit = column.unit();
      if (named.isPresent() && !cell.blank()) {
        Optional<ColumnUnit> own = named.get().of(field, unit);
        if (own.isEmpty()) {
          problem(
              ProblemCode.INCONSISTENT,
              field.name(),
              "“%s”应以%s为单位，“%s”列注明的是“%s”，不能照此换算；请统一单位后再传。"
                  .formatted(
                      field.title(),
                      field.unit(),
                      named.get().header(),
                      named.get().unit().name()));
          return;
        }
        unit = own.get();
      }
      if (unit.shift() != column.unit().shift()) {
        warnings.add(
            about(
                ProblemCode.REPAIRED,
                field.name(),
                "“%s”按“%s”列注明的“%s”读取，已换算为%s。"
                    .formatted(
                        field.title(),
                        named.map(RowUnit.Named::header).orElse(""),
                        named.map(n -> n.unit().name()).orElse(""),
                        field.unit())));
      }
      switch (reader.read(field, cell, unit)) {
        case Entry.Good(Value value) -> values.put(field.name(), value);
        case Entry.Repaired(Value value, String what) -> {
          values.put(field.name(), value);
          warnings.add(about(ProblemCode.REPAIRED, field.name(), what));
        }
        case Entry.Bad(ProblemCode code, String message) ->
            problem(
                code,
                field.name(),
                field.name().equals(USCC) ? exchanged(field, cell).orElse(message) : message);
        case Entry.Missing missing -> {
          if (field.required()) {
            problem(
                ProblemCode.MISSING_VALUE,
                field.name(),
                "“%s”为必填，这里是%s；请填写后再传。"
                    .formatted(
                        field.title(),
                        cell.blank()
                            ? "空的"
                            : "“" + FileProblem.shortened(cell.shown()) + "”，按没有填写处理"));
          }
        }
      }
    }

    /** What is wrong where the name has the code, and the code perhaps the name. */
    private Optional<String> exchanged(Field uscc, SheetCell cell) {
      Integer position = header.positions().get("name");
      String name =
          position == null
              ? ""
              : CellText.compact(row.cell(position).shown()).toUpperCase(Locale.ROOT);
      return Uscc.isValid(name)
          ? Optional.of(
              "“%s”应为 18 位代码，这里是“%s”，代码在“企业名称”里：“%s”；像是两列对调了，请换回后再传。"
                  .formatted(uscc.title(), FileProblem.shortened(cell.shown()), name))
          : Optional.empty();
    }

    private void doubted(RowDoubt.Doubt doubt) {
      problems.add(
          new FileProblem(
              ProblemCode.INCONSISTENT,
              row.number(),
              doubt.header(),
              SheetRow.letter(doubt.position()),
              doubt.text(),
              "“%s”列注明“%s”，这一行没有采用；应采用的话，请核对后删去这个注明再传。"
                  .formatted(doubt.header(), FileProblem.shortened(doubt.text()))));
    }

    private void undated(RowDoubt.Doubt doubt) {
      problems.add(
          new FileProblem(
              ProblemCode.INCONSISTENT,
              row.number(),
              doubt.header(),
              SheetRow.letter(doubt.position()),
              null,
              "“%s”列这一行是空的，别的行注明了其他年度，分不清这一行是哪一年，没有采用；请填写后再传。".formatted(doubt.header())));
    }

    /** What parts the digits makes another number, but may not have been meant to. */
    private void spelledOtherwise(RowKeys.Rows rows) {
      String number = dataset.naturalKey().getLast();
      warnings.add(
          about(
              ProblemCode.SAME_CONTRACT_TWICE,
              number,
              "“%s”与第 %s 行只差数字之间的连接符，按不同的编号分别计入；如是同一项，请只留一行。"
                  .formatted(dataset.field(number).orElseThrow().title(), others(rows))));
    }

    private String others(RowKeys.Rows rows) {
      return rows.first()
          .filter(other -> other != row.number())
          .limit(4)
          .mapToObj(Integer::toString)
          .collect(Collectors.joining("、"));
    }

    private void repeated(RowKeys.Rows rows) {
      String titles =
          dataset.naturalKey().stream()
              .map(name -> dataset.field(name).orElseThrow().title())
              .collect(Collectors.joining("”和“", "“", "”"));
      problem(
          ProblemCode.DUPLICATE_ROW,
          dataset.naturalKey().getLast(),
          "%s在一个文件里应只出现一次，这里共 %d 行相同（另见第 %s 行%s），都没有采用；请只留正确的一行。%s"
              .formatted(
                  titles,
                  rows.count(),
                  others(rows),
                  rows.count() > 5 ? "等" : "",
                  keys.numbered() ? "编号只差大小写、全角半角、前导零或与字母之间的连接符的，是同一个编号。" : ""));
    }

    private void ownCode(String uscc) {
      Optional<String> owner = key.ofOne();
      if (owner.isPresent() && !owner.get().equals(uscc)) {
        problem(
            ProblemCode.BAD_USCC,
            USCC,
            "企业自报只能填本企业的数据：应为“%s”，这里是“%s”。".formatted(owner.get(), uscc));
      }
    }

    /** Two codes of two enterprises in one row: nobody knows whose figures they are. */
    private void oneCode(String uscc) {
      for (int position : rivals) {
        String other = CellText.compact(row.cell(position).shown()).toUpperCase(Locale.ROOT);
        if (Uscc.isValid(other) && !other.equals(uscc)) {
          problem(
              ProblemCode.INCONSISTENT,
              USCC,
              "这一行有两个不同的代码：“%s”和 %s 列的“%s”；请核对是哪一家企业，只留一个。"
                  .formatted(uscc, SheetRow.letter(position), other));
        }
      }
    }

    private void onRoster(String uscc) {
      if (!roster.known() || dataset.isRoster()) {
        return;
      }
      String name = roster.names().get(uscc);
      if (name == null) {
        warnings.add(
            about(
                ProblemCode.NOT_ON_ROSTER,
                USCC,
                "“%s”不在 %d 年企业名录中；数据已采用，但名录里没有的企业不参加评价。".formatted(uscc, key.year())));
      } else if (values.get("name") instanceof Value.Text(String found)
          && !name.isBlank()
          && !CellText.compact(found).equals(CellText.compact(name))) {
        warnings.add(
            about(
                ProblemCode.NAME_DIFFERS,
                "name",
                "企业名称与 %d 年企业名录不同：名录是“%s”，这里是“%s”；请核对代码和名称是否同一家企业。"
                    .formatted(key.year(), name, FileProblem.shortened(found))));
      }
    }

    private void problem(ProblemCode code, String field, String message) {
      problems.add(about(code, field, message));
    }

    private FileProblem about(ProblemCode code, String name, String message) {
      Field field = dataset.field(name).orElseThrow();
      Integer position = header.positions().get(name);
      return new FileProblem(
          code,
          row.number(),
          field.title(),
          position == null ? null : SheetRow.letter(position),
          position == null ? null : found(row.cell(position)),
          message);
    }

    private static @Nullable String found(SheetCell cell) {
      return cell.blank() ? null : cell.shown();
    }
  }
}
