package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Nearest;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.container.SheetCell;
import innovation.points.datasets.reading.container.SheetRow;
import innovation.points.datasets.reading.header.HeaderMatcher.Claim;
import innovation.points.datasets.reading.header.Reading.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The row of column names and what its columns stand for.
 *
 * @param firstRow the (upper) row of the header, from 1
 * @param lastRow the last row of the header; the data begin below
 * @param width how many cells it has, named or not
 * @param positions the column of each field that is read, by its name, counted from 0
 * @param problems missing and duplicate columns
 * @param warnings columns that are not read
 */
public record Header(
    int firstRow,
    int lastRow,
    int width,
    List<Reading.Column> columns,
    Map<String, Integer> positions,
    List<FileProblem> problems,
    List<FileProblem> warnings) {

  /** Whether nothing that a file of the dataset must have is missing. */
  boolean complete() {
    return problems.isEmpty();
  }

  /** How many fields the row names. */
  static int recognised(HeaderMatcher matcher, SheetRow row) {
    Set<Field> fields = new HashSet<>();
    for (SheetCell cell : row.cells()) {
      Field field = cell.blank() ? null : matcher.claim(cell.shown(), "").field();
      if (field != null) {
        fields.add(field);
      }
    }
    return fields.size();
  }

  static Header of(HeaderMatcher matcher, SheetRow row, int lastRow, String declaredUnit) {
    return new Builder(matcher, row, lastRow).build(declaredUnit);
  }

  private static final class Builder {
    /** A file with more unknown columns than this needs another answer than hints. */
    private static final int HINTS = 100;

    private final HeaderMatcher matcher;
    private final SheetRow row;
    private final int lastRow;
    private final List<Claim> claims = new ArrayList<>();
    private final Map<Field, List<Integer>> claimants = new LinkedHashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private final List<FileProblem> warnings = new ArrayList<>();

    Builder(HeaderMatcher matcher, SheetRow row, int lastRow) {
      this.matcher = matcher;
      this.row = row;
      this.lastRow = lastRow;
    }

    Header build(String declaredUnit) {
      for (int column = 0; column < row.cells().size(); column++) {
        claims.add(matcher.claim(shown(column), declaredUnit));
      }
      settle();
      for (int column = 0; column < claims.size(); column++) {
        if (!row.cell(column).blank() && claims.get(column).match() == Match.UNKNOWN) {
          warnings.add(unknown(column));
        }
      }
      for (Field field : matcher.dataset().fields()) {
        if (field.required() && !positions.containsKey(field.name()) && !duplicated(field)) {
          problems.add(missing(field));
        }
      }
      if (claimants.keySet().stream().noneMatch(Builder::data)) {
        problems.add(noData());
      }
      return new Header(
          row.number(), lastRow, row.cells().size(), columns(), positions, problems, warnings);
    }

    private String shown(int column) {
      return row.cell(column).shown();
    }

    /** Gives each field its column: the proper name first, a synonym only where there is none. */
    private void settle() {
      for (int column = 0; column < claims.size(); column++) {
        Claim claim = claims.get(column);
        if (claim.field() == null) {
          continue;
        }
        if (claim.wrongUnit()) {
          warnings.add(wrongUnit(column, claim.field()));
          claims.set(column, new Claim(null, Match.REPORT, true));
        } else {
          claimants.computeIfAbsent(claim.field(), field -> new ArrayList<>()).add(column);
        }
      }
      claimants.forEach(this::settle);
    }

    private void settle(Field field, List<Integer> columns) {
      List<Integer> proper =
          columns.stream().filter(c -> claims.get(c).match() != Match.SYNONYM).toList();
      List<Integer> winners = proper.isEmpty() ? columns : proper;
      if (winners.size() > 1) {
        problems.add(duplicate(field, winners));
        return;
      }
      positions.put(field.name(), winners.getFirst());
      for (int column : columns) {
        if (column != winners.getFirst()) {
          warnings.add(superfluous(column, field, winners.getFirst()));
          claims.set(column, new Claim(null, Match.REPORT, false));
        }
      }
    }

    private boolean duplicated(Field field) {
      return claimants.containsKey(field) && !positions.containsKey(field.name());
    }

    private static boolean data(Field field) {
      return field.type() != FieldType.USCC && !field.name().equals("name");
    }

    private List<Reading.Column> columns() {
      List<Reading.Column> columns = new ArrayList<>();
      for (int column = 0; column < claims.size(); column++) {
        if (row.cell(column).blank()) {
          continue;
        }
        Claim claim = claims.get(column);
        Field field = claim.field();
        boolean ours = HeaderMatcher.ofReport(shown(column));
        columns.add(
            new Reading.Column(
                SheetRow.letter(column),
                FileProblem.shortened(shown(column)),
                field == null ? null : field.name(),
                claim.match() == Match.REPORT && !ours ? Match.UNKNOWN : claim.match()));
      }
      return columns;
    }

    private FileProblem missing(Field field) {
      StringBuilder message = new StringBuilder("缺少必需的列“" + field.title() + "”。");
      Map<String, Integer> unknown = new LinkedHashMap<>();
      for (int column = 0; column < claims.size(); column++) {
        if (claims.get(column).match() == Match.UNKNOWN && !row.cell(column).blank()) {
          unknown.putIfAbsent(shown(column), column);
        }
      }
      Nearest.of(field.title(), unknown.keySet())
          .ifPresent(
              near ->
                  message.append(
                      "%s 列“%s”是否就是这一列？是的话请改列名。"
                          .formatted(
                              SheetRow.letter(unknown.getOrDefault(near, 0)),
                              FileProblem.shortened(near))));
      return new FileProblem(
          ProblemCode.MISSING_COLUMN, row.number(), field.title(), null, null, message.toString());
    }

    private FileProblem noData() {
      List<String> titles =
          matcher.dataset().fields().stream().filter(Builder::data).map(Field::title).toList();
      return new FileProblem(
          ProblemCode.MISSING_COLUMN,
          row.number(),
          null,
          null,
          null,
          "除统一社会信用代码和企业名称外，至少应有下列一列：" + String.join("、", titles) + "；这里一列也没有。");
    }

    private FileProblem duplicate(Field field, List<Integer> columns) {
      List<String> places =
          columns.stream()
              .map(c -> SheetRow.letter(c) + " 列“" + FileProblem.shortened(shown(c)) + "”")
              .toList();
      return new FileProblem(
          ProblemCode.DUPLICATE_COLUMN,
          row.number(),
          field.title(),
          SheetRow.letter(columns.get(1)),
          shown(columns.get(1)),
          "“%s”应只有一列，这里有 %d 列：%s；请只留一列。"
              .formatted(field.title(), columns.size(), String.join("、", places)));
    }

    private FileProblem unknown(int column) {
      List<String> free =
          matcher.dataset().fields().stream()
              .filter(field -> !claimants.containsKey(field))
              .map(Field::title)
              .toList();
      String hint =
          warnings.size() > HINTS
              ? ""
              : Nearest.of(shown(column), free).map(near -> "您是否指“" + near + "”？").orElse("");
      return warning(column, "不是“" + matcher.dataset().title() + "”的列，没有读取。" + hint);
    }

    private FileProblem wrongUnit(int column, Field field) {
      return warning(
          column, "的单位不对，没有读取：“%s”应以%s为单位；请换算后改列名。".formatted(field.title(), field.unit()));
    }

    private FileProblem superfluous(int column, Field field, int winner) {
      return warning(
          column, "没有读取：“%s”已取自 %s 列。".formatted(field.title(), SheetRow.letter(winner)));
    }

    private FileProblem warning(int column, String what) {
      String header = FileProblem.shortened(shown(column));
      return new FileProblem(
          ProblemCode.UNKNOWN_COLUMN,
          row.number(),
          header,
          SheetRow.letter(column),
          header,
          SheetRow.letter(column) + " 列“" + header + "”" + what);
    }
  }
}
