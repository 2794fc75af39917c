package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Consistency;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.cell.CellReader;
import innovation.points.datasets.reading.cell.Entry;
import innovation.points.datasets.reading.container.CellText;
import innovation.points.datasets.reading.container.SheetCell;
import innovation.points.datasets.reading.container.SheetRow;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.Sheet;
import innovation.points.scoring.facts.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the rows of one file, each by itself and, for repeated keys, against the others. */
final class RowChecker {

  private static final String USCC = "uscc";

  private final UploadKey key;
  private final Dataset dataset;
  private final Header header;
  private final boolean delimited;
  private final CellReader reader;
  private final Roster roster;
  private final ConsistencyChecker consistency;
  private final List<Column> columns;
  private final List<Column> keyColumns;
  private final RowKeys keys = new RowKeys();

  RowChecker(UploadKey key, Dataset dataset, Sheet sheet, Roster roster) {
    this.key = key;
    this.dataset = dataset;
    this.header = sheet.header();
    this.delimited = sheet.table().origin().separator() != null;
    this.reader = new CellReader(sheet.table().origin().epoch1904());
    this.roster = roster;
    this.columns = dataset.fields().stream().flatMap(field -> column(field).stream()).toList();
    this.keyColumns = columns.stream().filter(c -> isKey(c.field())).toList();
    this.consistency = new ConsistencyChecker(dataset, key.year());
  }

  /** A column that is read. */
  private record Column(Field field, int position) {}

  private Optional<Column> column(Field field) {
    return Optional.ofNullable(header.positions().get(field.name()))
        .map(position -> new Column(field, position));
  }

  private boolean isKey(Field field) {
    return dataset.naturalKey().contains(field.name());
  }

  /** Remembers the row's natural key; all rows come here before any is checked. */
  void remember(SheetRow row) {
    keyOf(row).ifPresent(k -> keys.add(k, row.number()));
  }

  /** All rows were remembered. */
  void remembered() {
    keys.close();
  }

  private Optional<String> keyOf(SheetRow row) {
    if (keyColumns.size() < dataset.naturalKey().size()) {
      return Optional.empty();
    }
    StringBuilder joined = new StringBuilder();
    for (Column column : keyColumns) {
      switch (reader.read(column.field(), row.cell(column.position()))) {
        case Entry.Good(Value.Text(String text)) -> joined.append(text).append('\n');
        case Entry.Good(Value value) -> joined.append(value).append('\n');
        case Entry.Bad bad -> {
          return Optional.empty();
        }
        case Entry.Missing missing -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(joined.toString());
  }

  CheckedRow check(SheetRow row) {
    if (row.number() <= header.lastRow()) {
      boolean title = row.number() < header.firstRow();
      return CheckedRow.without(title ? CheckedRow.Kind.TITLE : CheckedRow.Kind.HEADER, row);
    }
    return row.blank() ? CheckedRow.without(CheckedRow.Kind.BLANK, row) : new Check(row).run();
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
      for (Column column : columns) {
        read(column.field(), row.cell(column.position()));
      }
      for (Consistency rule : dataset.consistency()) {
        consistency
            .broken(rule, values)
            .ifPresent(message -> problem(ProblemCode.INCONSISTENT, rule.field(), message));
      }
      if (delimited && row.width() > header.width()) {
        problems.add(tooLong());
      }
      repeated();
      String uscc = values.remove(USCC) instanceof Value.Text(String code) ? code : null;
      if (uscc != null) {
        ownCode(uscc);
        onRoster(uscc);
      }
      return new CheckedRow(CheckedRow.Kind.DATA, row, uscc, values, problems, warnings);
    }

    private void read(Field field, SheetCell cell) {
      switch (reader.read(field, cell)) {
        case Entry.Good(Value value) -> values.put(field.name(), value);
        case Entry.Bad(ProblemCode code, String message) -> problem(code, field.name(), message);
        case Entry.Missing missing -> {
          if (field.required()) {
            problem(
                ProblemCode.MISSING_VALUE,
                field.name(),
                "“%s”为必填，这里是空的；合并的单元格请拆开后逐行填写。".formatted(field.title()));
          }
        }
      }
    }

    /** A comma too many shifts the figures behind it into the wrong columns. */
    private FileProblem tooLong() {
      String found = row.cell(row.width() - 1).shown();
      return new FileProblem(
          ProblemCode.INCONSISTENT,
          row.number(),
          null,
          SheetRow.letter(header.width()),
          found,
          "这一行应有 %d 列，这里有 %d 列，后面的内容可能错位；数字或文字里的分隔符请用引号括起来。"
              .formatted(header.width(), row.width()));
    }

    private void repeated() {
      if (keys.anyRepeated()) {
        keyOf(row).flatMap(keys::repeated).ifPresent(this::repeated);
      }
    }

    private void repeated(RowKeys.Rows rows) {
      String titles =
          dataset.naturalKey().stream()
              .map(name -> dataset.field(name).orElseThrow().title())
              .collect(Collectors.joining("”和“", "“", "”"));
      String others =
          rows.first()
              .filter(other -> other != row.number())
              .limit(4)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining("、"));
      problem(
          ProblemCode.DUPLICATE_ROW,
          dataset.naturalKey().getLast(),
          "%s在一个文件里应只出现一次，这里共 %d 行相同（另见第 %s 行%s），都没有采用；请只留正确的一行。"
              .formatted(titles, rows.count(), others, rows.count() > 5 ? "等" : ""));
    }

    private void ownCode(String uscc) {
      Optional<String> owner = key.enterprise();
      if (owner.isPresent() && !owner.get().equals(uscc)) {
        problem(
            ProblemCode.BAD_USCC,
            USCC,
            "企业自报只能填本企业的数据：应为“%s”，这里是“%s”。".formatted(owner.get(), uscc));
      }
    }

    private void onRoster(String uscc) {
      if (!roster.known() || dataset.id().equals("enterprises")) {
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
