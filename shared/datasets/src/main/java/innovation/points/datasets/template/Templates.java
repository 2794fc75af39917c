package innovation.points.datasets.template;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Plausibility;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.scoring.facts.Value;
import innovation.points.spreadsheet.CsvOutput;
import innovation.points.spreadsheet.XlsxOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes empty files to fill in, from the catalogue. Streams are flushed, not closed. Stateless.
 */
public final class Templates {

  private static final String REQUIRED = "FFE699";
  private static final String OPTIONAL = "DDEBF7";
  private static final int WIDEST = 40;
  private static final String DAY = "yyyy-mm-dd";

  /** Eighteen characters, the last of which checks the others (GB 32100-2015). */
  private static final String CHECK =
      "AND(LEN(?)=18,MOD(SUMPRODUCT((FIND(MID(?,ROW($1:$17),1),\"$\")-1)*MOD(3^(ROW($1:$17)-1),31))"
              .replace("\"$\"", "\"0123456789ABCDEFGHJKLMNPQRTUWXY\"")
          + "+FIND(RIGHT(?),\"0123456789ABCDEFGHJKLMNPQRTUWXY\")-1,31)=0)";

  /**
   * Writes a workbook of two sheets. The first has only the header; each column has a note, its
   * format (codes are text, so that spreadsheets do not damage them), its drop-down list and data
   * validation. The second explains every column, with an example.
   */
  public void xlsx(Dataset dataset, OutputStream out) throws IOException {
    xlsx(dataset, List.of(), out);
  }

  /**
   * The same with rows that are to be completed.
   *
   * @param rows by the names of fields
   */
  public void xlsx(Dataset dataset, List<Map<String, Value>> rows, OutputStream out)
      throws IOException {
    Workbook workbook = XlsxOutput.workbook(out);
    workbook.properties().setTitle(dataset.title()).setSubject(number(dataset));
    Worksheet data = workbook.newWorksheet(dataset.title());
    List<Field> fields = dataset.fields();
    for (int column = 0; column < fields.size(); column++) {
      column(data, column, fields.get(column), most(dataset, fields.get(column)));
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < fields.size(); column++) {
        Value value = rows.get(row).get(fields.get(column).name());
        if (value != null) {
          cell(data, row + 1, column, fields.get(column), value);
        }
      }
    }
    data.freezePane(0, 1);
    data.finish();
    Worksheet notes = workbook.newWorksheet("填写说明");
    notes(notes, dataset);
    notes.finish();
    workbook.finish();
  }

  /** Writes the header row. */
  public void csv(Dataset dataset, OutputStream out) throws IOException {
    csv(dataset, List.of(), out);
  }

  /**
   * The same with rows that are to be completed.
   *
   * @param rows by the names of fields
   */
  public void csv(Dataset dataset, List<Map<String, Value>> rows, OutputStream out)
      throws IOException {
    try {
      CsvOutput csv = new CsvOutput(out);
      csv.row(dataset.fields().stream().map(Field::title).toList());
      for (Map<String, Value> row : rows) {
        csv.row(
            dataset.fields().stream()
                .map(field -> row.get(field.name()))
                .map(value -> value == null ? "" : text(value))
                .toList());
      }
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void cell(Worksheet sheet, int row, int column, Field field, Value value) {
    switch (value) {
      case Value.Amount(double amount) -> sheet.value(row, column, amount);
      case Value.Day(LocalDate day) -> sheet.value(row, column, day);
      case Value.Text _, Value.Flag _ -> sheet.value(row, column, text(value));
    }
    // A cell that is written has no format from its column.
    switch (field.type()) {
      case DATE -> sheet.style(row, column).format(DAY).set();
      case NUMBER, INTEGER -> {}
      case USCC, CODE, STRING, ENUM, BOOLEAN -> sheet.style(row, column).format("@").set();
    }
  }

  /** As a clerk would write it. */
  private static String text(Value value) {
    return switch (value) {
      case Value.Amount(double amount) -> new SheetCell.Figure(amount).plain();
      case Value.Day(LocalDate day) -> day.toString();
      case Value.Text(String text) -> text;
      case Value.Flag(boolean flag) -> flag ? "是" : "否";
    };
  }

  private static void column(Worksheet sheet, int column, Field field, Optional<String> most) {
    sheet.width(column, Math.min(WIDEST, Math.max(14, field.title().length() * 2 + 4)));
    format(sheet, column, field);
    sheet.value(0, column, field.title());
    sheet
        .style(0, column)
        .bold()
        .fillColor(field.required() ? REQUIRED : OPTIONAL)
        .format("@")
        .set();
    sheet.comment(0, column, String.join("\n", lines(field)));
    validate(sheet.range(1, column, Worksheet.MAX_ROWS - 1, column), column, field, most);
  }

  private static void format(Worksheet sheet, int column, Field field) {
    switch (field.type()) {
      case USCC, CODE, STRING, ENUM, BOOLEAN -> sheet.style(column).format("@").set();
      case DATE -> sheet.style(column).format(DAY).set();
      case NUMBER, INTEGER -> {}
    }
  }

  private static void validate(Range cells, int column, Field field, Optional<String> most) {
    String cell = SheetRow.letter(column) + "2";
    switch (field.type()) {
      case ENUM -> list(cells, field, field.options());
      case BOOLEAN -> list(cells, field, List.of("是", "否"));
      case USCC -> formula(cells, field, CHECK.replace("?", cell));
      case DATE -> formula(cells, field, "ISNUMBER(%s)".formatted(cell));
      case NUMBER -> formula(cells, field, number(field, cell, most));
      case INTEGER ->
          formula(
              cells, field, "AND(%s,%s=INT(%s))".formatted(number(field, cell, most), cell, cell));
      case STRING, CODE -> {}
    }
  }

  /** Beyond the usual the spreadsheet asks whether the figure is meant, as the report does. */
  private static String number(Field field, String cell, Optional<String> most) {
    String least = field.nonNegative() ? ",%s>=0".formatted(cell) : "";
    String limit = most.map(m -> ",%s>=ABS(%s)".formatted(m, cell)).orElse("");
    return "AND(ISNUMBER(%s)%s%s)".formatted(cell, least, limit);
  }

  /** The largest figure that is usual for a field, in its unit. */
  private static Optional<String> most(Dataset dataset, Field field) {
    for (Plausibility check : dataset.plausibility()) {
      if (check instanceof Plausibility.Most(String name, double most)
          && name.equals(field.name())) {
        return Optional.of(new SheetCell.Figure(most).plain());
      }
    }
    return Optional.empty();
  }

  /** The number of the form, which a printed or an old template says too. */
  private static String number(Dataset dataset) {
    return "表号：%s（%s）".formatted(dataset.form(), dataset.title());
  }

  private static void list(Range cells, Field field, List<String> options) {
    cells
        .validateWithListByFormula("\"" + String.join(",", options) + "\"")
        .allowBlank(true)
        .showDropdown(true)
        .error("请从下拉列表中选择：" + String.join("、", options))
        .errorTitle(field.title())
        .showErrorMessage(true)
        .errorStyle(DataValidationErrorStyle.STOP);
  }

  private static void formula(Range cells, Field field, String formula) {
    cells
        .validateWithFormula(formula)
        .allowBlank(true)
        .error("应填：" + expected(field) + "。")
        .errorTitle(field.title())
        .showErrorMessage(true)
        .errorStyle(DataValidationErrorStyle.WARNING);
  }

  private static String expected(Field field) {
    return switch (field.type()) {
      case DATE -> "日期，如 2025-01-31";
      case NUMBER, INTEGER -> field.type().title() + (field.nonNegative() ? "，不小于 0" : "");
      default -> field.type().title();
    };
  }

  private static List<String> lines(Field field) {
    List<String> lines = new ArrayList<>();
    lines.add((field.required() ? "必填：" : "选填：") + expected(field));
    if (!field.unit().isEmpty()) {
      lines.add("单位：" + field.unit());
    }
    if (!field.options().isEmpty()) {
      lines.add("可选：" + String.join("、", field.options()));
    }
    if (!field.note().isEmpty()) {
      lines.add(field.note());
    }
    return lines;
  }

  private static void notes(Worksheet sheet, Dataset dataset) {
    String[] titles = {"列名", "是否必填", "类型", "单位", "可选值", "说明", "示例"};
    int[] widths = {36, 10, 26, 10, 50, 60, 28};
    for (int column = 0; column < titles.length; column++) {
      sheet.value(0, column, titles[column]);
      sheet.width(column, widths[column]);
    }
    sheet.range(0, 0, 0, titles.length - 1).style().bold().fillColor(OPTIONAL).set();
    int row = 1;
    for (Field field : dataset.fields()) {
      sheet.value(row, 0, field.title());
      sheet.value(row, 1, field.required() ? "必填" : "选填");
      sheet.value(row, 2, expected(field));
      sheet.value(row, 3, field.unit());
      sheet.value(row, 4, String.join("、", field.options()));
      sheet.value(row, 5, field.note());
      sheet.value(row, 6, field.example());
      row++;
    }
    sheet.value(row + 1, 0, number(dataset));
  }
}
