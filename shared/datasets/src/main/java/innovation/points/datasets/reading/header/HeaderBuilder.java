package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Nearest;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.header.HeaderMatcher.Claim;
import innovation.points.datasets.reading.header.Reading.Match;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what each column of a header stands for, and says what is missing or doubtful. */
final class HeaderBuilder {

  /** A file with more unknown columns than this needs another answer than hints. */
  private static final int HINTS = 100;

  private final HeaderMatcher matcher;
  private final HeaderBlock block;
  private final TableContext context;
  private final int year;
  private final int row;

  /** A column that says which figure a row has. */
  private static final Pattern FIGURES = Pattern.compile("(指标|项目|科目|数据项|字段)(名称)?");

  private final List<String> headers = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final Map<Integer, ColumnUse.Read> uses = new HashMap<>();
  private final Map<Field, List<Integer>> claimants = new LinkedHashMap<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<FileProblem> problems = new ArrayList<>();
  private final List<FileProblem> warnings = new ArrayList<>();

  HeaderBuilder(HeaderMatcher matcher, HeaderBlock block, TableContext context, int year) {
    this.matcher = matcher;
    this.block = block;
    this.context = context;
    this.year = year;
    this.row = block.firstRow();
  }

  Header build() {
    for (List<String> texts : block.labels()) {
      headers.add(String.join(" ", texts));
      claims.add(matcher.claim(texts));
    }
    for (int column = 0; column < claims.size(); column++) {
      claims.set(column, besideItsWhole(claims.get(column)));
      weigh(column);
    }
    claimants.forEach(this::settle);
    for (int column = 0; column < claims.size(); column++) {
      boolean unknown = claims.get(column).equals(Claim.UNKNOWN) && ofRow(column).isEmpty();
      String header = headers.get(column);
      boolean ofTable = FormColumns.is(header) || TableContext.isUnit(header);
      if (unknown && !header.isBlank() && !ofTable) {
        warnings.add(unknown(column));
      }
    }
    for (Field field : matcher.dataset().fields()) {
      if (field.required() && !positions.containsKey(field.name()) && !duplicated(field)) {
        problems.add(missing(field));
      }
    }
    context.places().forEach(this::contradicted);
    if (context.period() == Period.SEVERAL && matcher.dataset().keyedByYear() && !dated()) {
      warnings.add(severalYears());
    }
    if (claimants.keySet().stream().noneMatch(HeaderBuilder::data)) {
      problems.add(noData());
    }
    return new Header(
        block.firstRow(),
        block.lastRow(),
        block.width(),
        block.cells(),
        columns(),
        positions,
        units(),
        unit(),
        problems,
        warnings);
  }

  /** 其中 makes no other quantity of what is part of another column by its nature. */
  private Claim besideItsWhole(Claim claim) {
    Field field = claim.field();
    boolean part =
        field != null
            && claims.stream()
                .map(Claim::field)
                .anyMatch(whole -> whole != null && matcher.dataset().isPart(field, whole));
    return part
        ? new Claim(field, claim.match(), withoutOf(claim.remarks()), withoutOf(claim.above()))
        : claim;
  }

  private static List<String> withoutOf(List<String> texts) {
    return texts.stream().filter(text -> !CellText.compact(text).matches("其中:?")).toList();
  }

  private void weigh(int column) {
    Claim claim = claims.get(column);
    Field field = claim.field();
    if (field == null) {
      return;
    }
    switch (ColumnUse.of(field, claim, context, year, matcher.said())) {
      case ColumnUse.Read read -> {
        uses.put(column, read);
        claimants.computeIfAbsent(field, f -> new ArrayList<>()).add(column);
      }
      case ColumnUse.Unread(String why) ->
          warnings.add(warning(ProblemCode.COLUMN_NOT_READ, column, why));
    }
  }

  /** Gives a field its column: the proper name first, a synonym only where there is none. */
  private void settle(Field field, List<Integer> columns) {
    List<Integer> confirmed =
        columns.stream().filter(c -> claims.get(c).match() == Match.CONFIRMED).toList();
    List<Integer> proper =
        columns.stream().filter(c -> claims.get(c).match() != Match.SYNONYM).toList();
    List<Integer> winners = !confirmed.isEmpty() ? confirmed : proper.isEmpty() ? columns : proper;
    if (winners.size() > 1) {
      problems.add(duplicate(field, winners));
      return;
    }
    int winner = winners.getFirst();
    positions.put(field.name(), winner);
    converted(field, winner);
    mapped(field, winner);
    for (int column : columns) {
      if (column != winner) {
        warnings.add(
            warning(
                ProblemCode.UNKNOWN_COLUMN,
                column,
                "没有读取：“%s”已取自 %s 列。".formatted(field.title(), SheetRow.letter(winner))));
      }
    }
  }

  private void converted(Field field, int column) {
    ColumnUse.Read use = uses.get(column);
    if (use != null && use.shift() != 0) {
      warnings.add(
          warning(
              ProblemCode.UNIT_CONVERTED,
              column,
              "按%s（见%s）读取，已换算为%s（×%s）。"
                  .formatted(use.unit(), use.from(), field.unit(), factor(use.shift()))));
    }
  }

  /** Says which columns are in another unit than a place outside of the header names. */
  private void contradicted(TableContext.Place place) {
    Map<ColumnUse.Read, List<String>> differ = new LinkedHashMap<>();
    boolean agrees = false;
    for (int column = 0; column < claims.size(); column++) {
      ColumnUse.Read use = uses.get(column);
      Field field = readFor(column);
      // What is said of one figure alone is meant to differ from what is said of the table.
      Optional<Unit> unit =
          use == null || field == null || !context.of(field).isEmpty()
              ? Optional.empty()
              : Unit.of(use.unit());
      boolean money = unit.filter(Unit::money).isPresent();
      boolean alike = place.units().stream().anyMatch(u -> u.money() == money);
      if (unit.isPresent() && alike && use != null && !use.from().equals("确认")) {
        boolean same = place.units().stream().anyMatch(unit.get()::agrees);
        agrees |= same;
        if (!same) {
          differ.computeIfAbsent(use, u -> new ArrayList<>()).add(SheetRow.letter(column));
        }
      }
    }
    for (Map.Entry<ColumnUse.Read, List<String>> entry : differ.entrySet()) {
      ColumnUse.Read use = entry.getKey();
      Unit.Kind kind = Unit.of(use.unit()).orElseThrow().kind();
      boolean own = place.units().stream().noneMatch(unit -> unit.kind() == kind);
      // A table in 万元 may have a column in 万美元.
      if (!own || !agrees) {
        warnings.add(contradiction(place, use, String.join("、", entry.getValue())));
      }
    }
  }

  private static FileProblem contradiction(
      TableContext.Place place, ColumnUse.Read use, String letters) {
    return FileProblem.ofFile(
        ProblemCode.UNITS_DIFFER,
        "%s和%s注明的单位应一致，%s注明“%s”，%s（%s 列）注明“%s”；已按%s的“%s”读取，请核对金额的单位，改成一致后再传。"
            .formatted(
                place.name(),
                use.from(),
                place.name(),
                String.join("、", place.units().stream().map(Unit::name).toList()),
                use.from(),
                letters,
                use.unit(),
                use.from(),
                use.unit()));
  }

  /** Whether every column that is read, or every row, says of which year it is. */
  private boolean dated() {
    for (int column = 0; column < claims.size(); column++) {
      Field field = readFor(column);
      if (field != null && data(field) && !ColumnUse.dated(field, claims.get(column), year)) {
        return headers.stream().anyMatch(RowColumn.PERIOD::is);
      }
    }
    return true;
  }

  private FileProblem severalYears() {
    return FileProblem.ofFile(
        ProblemCode.OTHER_YEAR,
        "应为 %d 年全年的数据，这里%s不止一年，列名没有注明是哪一年；请在列名里注明年份后再传，或确认就是 %d 年的数据。"
            .formatted(year, context.periodText(), year));
  }

  /** Says of a column that it is read so because somebody said it of an earlier file. */
  private void mapped(Field field, int column) {
    String kept =
        matcher.said().column(FileProblem.shortened(headers.get(column))).stream()
            .map(Said.SaidColumn::kept)
            .findFirst()
            .orElse("");
    if (!kept.isEmpty() && claims.get(column).match() == Match.CONFIRMED) {
      warnings.add(
          warning(
              ProblemCode.MAPPED_AS_CONFIRMED,
              column,
              "按%s的确认，作为“%s”读取。".formatted(kept, field.title())));
    }
  }

  private static String factor(int shift) {
    return java.math.BigDecimal.ONE.scaleByPowerOfTen(shift).toPlainString();
  }

  private boolean duplicated(Field field) {
    return claimants.containsKey(field) && !positions.containsKey(field.name());
  }

  private static boolean data(Field field) {
    return field.type() != FieldType.USCC && !field.name().equals("name");
  }

  /** The field that a column is read for; none where it is not read. */
  private @Nullable Field readFor(int column) {
    Field field = claims.get(column).field();
    return field != null && Integer.valueOf(column).equals(positions.get(field.name()))
        ? field
        : null;
  }

  /** The field for which this column is one of several; none where it is not. */
  private @Nullable Field duplicated(int column) {
    Field field = claims.get(column).field();
    return field != null && uses.containsKey(column) && duplicated(field) ? field : null;
  }

  private List<Reading.Column> columns() {
    List<Reading.Column> columns = new ArrayList<>();
    for (int column = 0; column < claims.size(); column++) {
      if (headers.get(column).isBlank()) {
        continue;
      }
      Claim claim = claims.get(column);
      Field field = readFor(column);
      Field shown = field == null ? duplicated(column) : field;
      ColumnUse.Read use = field == null ? null : uses.get(column);
      columns.add(
          new Reading.Column(
              SheetRow.letter(column),
              FileProblem.shortened(headers.get(column)),
              shown == null ? null : shown.name(),
              shown == null && claim.match() != Match.REPORT ? notRead(column) : claim.match(),
              use == null || use.unit().isEmpty() ? null : use.unit(),
              use == null ? 1 : Math.pow(10, use.shift())));
    }
    return columns;
  }

  private Optional<RowColumn> ofRow(int column) {
    return claims.get(column).field() == null
        ? RowColumn.of(headers.get(column), matcher.dataset())
        : Optional.empty();
  }

  private Match notRead(int column) {
    return ofRow(column).isPresent() ? Match.ROW : Match.UNKNOWN;
  }

  private Map<String, ColumnUnit> units() {
    Map<String, ColumnUnit> units = new HashMap<>();
    positions.forEach(
        (field, column) -> {
          ColumnUse.Read use = uses.get(column);
          if (use != null && !use.from().isEmpty()) {
            units.put(field, new ColumnUnit(use.shift(), true));
          }
        });
    return units;
  }

  /** The unit of the first amount of money, which speaks for the table. */
  private Reading.@Nullable UnitFound unit() {
    for (int column = 0; column < claims.size(); column++) {
      Field field = readFor(column);
      Optional<Unit> own = field == null ? Optional.empty() : Unit.of(field.unit());
      ColumnUse.Read use = uses.get(column);
      if (field != null && use != null && own.filter(Unit::money).isPresent()) {
        return use.from().isEmpty()
            ? new Reading.UnitFound(field.unit(), null, 1)
            : new Reading.UnitFound(use.unit(), use.from(), Math.pow(10, use.shift()));
      }
    }
    return null;
  }

  private FileProblem missing(Field field) {
    StringBuilder message = new StringBuilder("缺少必需的列“" + field.title() + "”。");
    Map<String, Integer> unknown = new LinkedHashMap<>();
    for (int column = 0; column < claims.size(); column++) {
      boolean free = claims.get(column).equals(Claim.UNKNOWN) && !headers.get(column).isBlank();
      if (free && !differs(headers.get(column))) {
        unknown.putIfAbsent(headers.get(column), column);
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
        ProblemCode.MISSING_COLUMN, row, field.title(), null, null, message.toString());
  }

  private FileProblem noData() {
    List<String> titles =
        matcher.dataset().fields().stream().filter(HeaderBuilder::data).map(Field::title).toList();
    return new FileProblem(
        ProblemCode.MISSING_COLUMN,
        row,
        null,
        null,
        null,
        "除统一社会信用代码和企业名称外，至少应有下列一列：%s；这里一列也没有%s。".formatted(String.join("、", titles), otherShape()));
  }

  /** What to do with a table that has its enterprises, or its figures, in the other direction. */
  private String otherShape() {
    if (headers.stream().anyMatch(header -> Uscc.isValid(CellText.compact(header)))) {
      return "，像是一列一家企业的表；请转置成一行一家企业后再传";
    }
    return headers.stream()
        .filter(header -> FIGURES.matcher(CellText.compact(header)).matches())
        .findFirst()
        .map(header -> "，“%s”列像是一行一个指标；请改成一行一家企业、一列一个指标后再传".formatted(header))
        .orElse("");
  }

  /** Whether a header has the name of a figure and more: what it adds may make another of it. */
  private boolean differs(String header) {
    String name = HeaderName.normalized(header);
    return matcher.dataset().fields().stream()
        .filter(Remark::strict)
        .flatMap(field -> Stream.concat(Stream.of(field.title()), field.synonyms().stream()))
        .map(title -> HeaderName.normalized(title).replaceFirst("\\(.*", ""))
        .anyMatch(title -> name.contains(title) && !name.equals(title));
  }

  private FileProblem duplicate(Field field, List<Integer> columns) {
    List<String> places =
        columns.stream()
            .map(c -> SheetRow.letter(c) + " 列“" + FileProblem.shortened(headers.get(c)) + "”")
            .toList();
    String todo = field.type() == FieldType.USCC ? "像是两张表并排，请上下接成一张表；不是的话，请只留一列" : "请只留一列";
    return new FileProblem(
        ProblemCode.DUPLICATE_COLUMN,
        row,
        field.title(),
        SheetRow.letter(columns.get(1)),
        headers.get(columns.get(1)),
        "“%s”应只有一列，这里有 %d 列：%s；%s。"
            .formatted(field.title(), columns.size(), String.join("、", places), todo));
  }

  private FileProblem unknown(int column) {
    List<String> free =
        matcher.dataset().fields().stream()
            .filter(field -> !claimants.containsKey(field))
            .map(Field::title)
            .toList();
    boolean other = warnings.size() > HINTS || differs(headers.get(column));
    String hint =
        other
            ? ""
            : Nearest.of(headers.get(column), free).map(near -> "您是否指“" + near + "”？").orElse("");
    return warning(
        ProblemCode.UNKNOWN_COLUMN, column, "不是“" + matcher.dataset().title() + "”的列，没有读取。" + hint);
  }

  private FileProblem warning(ProblemCode code, int column, String what) {
    String header = FileProblem.shortened(headers.get(column));
    return new FileProblem(
        code,
        row,
        header,
        SheetRow.letter(column),
        header,
        SheetRow.letter(column) + " 列“" + header + "”" + what);
  }
}
