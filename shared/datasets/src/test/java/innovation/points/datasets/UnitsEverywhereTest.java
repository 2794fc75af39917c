package innovation.points.datasets;

import static innovation.points.datasets.Files.A;
import static innovation.points.datasets.Files.B;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.scoring.facts.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every unit and qualifier in every place of every container: 1 234.5 万元 or nothing. */
class UnitsEverywhereTest {

  @TempDir Path folder;

  /**
   * A unit.
   *
   * @param cell what stands for 1234.5 万元 in it
   */
  private record Unit(String name, String cell) {}

  private static final List<Unit> KNOWN =
      List.of(
          new Unit("元", "12345000"),
          new Unit("千元", "12345"),
          new Unit("万元", "1234.5"),
          new Unit("十万元", "123.45"),
          new Unit("百万元", "12.345"),
          new Unit("千万元", "1.2345"),
          new Unit("亿元", "0.12345"));

  private static final List<String> UNKNOWN =
      List.of("亿", "万美元", "美元", "欧元", "港币", "日元", "%", "人", "件");

  private static final List<String> QUALIFIERS =
      List.of(
          "上年",
          "上年数",
          "去年",
          "2024年",
          "2024年度",
          "2023-2024年",
          "2025年1-6月",
          "上半年",
          "第三季度",
          "预计",
          "预算数",
          "计划数",
          "同比",
          "同比增长%",
          "增长率",
          "增幅",
          "占营收比%",
          "占比",
          "其中:资本化",
          "其中：境外",
          "累计",
          "累计数",
          "归属母公司",
          "平均",
          "不含税",
          "合并口径",
          "2026年",
          "期初",
          "小计");

  private static final List<String> HARMLESS =
      List.of(
          "2025年",
          "2025年度",
          "本年",
          "本年数",
          "本期金额",
          "当年",
          "必填",
          "保留两位小数",
          "亏损以“-”号填列",
          "数字",
          "全年",
          "截至2025年12月31日",
          "无则填0",
          "合计",
          "2025年1-12月");

  /** Where the unit stands. */
  private enum Place {
    BRACKETS {
      @Override
      String header(String unit) {
        return "营业收入(" + unit + ")";
      }
    },
    WIDE_BRACKETS {
      @Override
      String header(String unit) {
        return "营业收入（单位：" + unit + "）";
      }
    },
    SQUARE_BRACKETS {
      @Override
      String header(String unit) {
        return "营业收入【" + unit + "】";
      }
    },
    A_YEAR {
      @Override
      String header(String unit) {
        return "营业收入（" + unit + "/年）";
      }
    },
    WITH_REMARK {
      @Override
      String header(String unit) {
        return "营业收入（" + unit + "，保留两位小数）";
      }
    },
    UNDER_THE_NAME {
      @Override
      List<List<String>> below(String unit) {
        return List.of(List.of("", "", unit, unit));
      }
    },
    UNDER_THE_NAME_IN_BRACKETS {
      @Override
      List<List<String>> below(String unit) {
        return List.of(List.of("", "", "(" + unit + ")", "(" + unit + ")"));
      }
    },
    TITLE {
      @Override
      List<List<String>> above(String unit) {
        return List.of(List.of("2025年度企业经营情况表", "", "", ""), List.of("单位：" + unit, "", "", ""));
      }
    },
    TITLE_IN_BRACKETS {
      @Override
      List<List<String>> above(String unit) {
        return List.of(List.of("2025年度企业经营情况表（" + unit + "）", "", "", ""));
      }
    },
    TITLE_AT_THE_RIGHT {
      @Override
      List<List<String>> above(String unit) {
        return List.of(List.of("填报单位：某局", "", "", "金额单位：人民币" + unit));
      }
    },
    SHEET {
      @Override
      String sheet(String unit) {
        return "经营情况(" + unit + ")";
      }
    },
    FILE {
      @Override
      String file(String unit) {
        return "经营情况（" + unit + "）";
      }
    };

    String header(String unit) {
      return "营业收入";
    }

    List<List<String>> above(String unit) {
      return List.of();
    }

    List<List<String>> below(String unit) {
      return List.of();
    }

    String sheet(String unit) {
      return "表一";
    }

    String file(String unit) {
      return "a";
    }
  }

  static Stream<Arguments> placesAndContainers() {
    return Stream.of(Place.values())
        .flatMap(
            place ->
                Stream.of(WrittenTables.values())
                    .filter(w -> place != Place.SHEET || w.namesSheets())
                    .map(w -> Arguments.of(place, w)));
  }

  private CheckedFile check(WrittenTables container, Place place, String unit, String cell) {
    List<List<String>> rows = new ArrayList<>(place.above(unit));
    boolean beside = !place.header(unit).equals("营业收入");
    String profit = beside ? place.header(unit).replace("营业收入", "净利润") : "净利润";
    rows.add(List.of("统一社会信用代码", "企业名称", place.header(unit), profit));
    rows.addAll(place.below(unit));
    rows.add(List.of(A, "甲公司", cell, cell));
    rows.add(List.of(B, "乙公司", cell, cell));
    byte[] bytes = container.write(place.sheet(unit).replace("%", "百分比"), rows);
    String key = "uploads/tax/operations/2025/" + place.file(unit) + ".csv";
    return Files.check(Files.key(key), Files.bytes(folder, bytes));
  }

  @ParameterizedTest
  @MethodSource("placesAndContainers")
  void knownUnitsAreConverted(Place place, WrittenTables container) {
    for (Unit unit : KNOWN) {
      CheckedFile file = check(container, place, unit.name(), unit.cell());

      assertThat(file.status()).as("%s", unit).isEqualTo(CheckedFile.Status.ACCEPTED);
      assertThat(Files.accepted(file))
          .as("%s", unit)
          .hasSize(2)
          .allSatisfy(
              row ->
                  assertThat(row.values())
                      .containsEntry("revenue", Value.of(1234.5))
                      .containsEntry("netProfit", Value.of(1234.5)));
      assertThat(codes(file))
          .as("%s", unit)
          .isEqualTo(
              unit.name().equals("万元")
                  ? List.of()
                  : List.of(ProblemCode.UNIT_CONVERTED, ProblemCode.UNIT_CONVERTED));
    }
  }

  @ParameterizedTest
  @MethodSource("placesAndContainers")
  void otherUnitsAreNamedAndNotTaken(Place place, WrittenTables container) {
    boolean around = place.compareTo(Place.TITLE) >= 0;
    for (String unit : UNKNOWN) {
      if (around && !unit.endsWith("元")) {
        continue; // 单位：人 over a table with sums of money says nothing of those
      }
      CheckedFile file = check(container, place, unit, "77");

      assertThat(Files.accepted(file)).as(unit).isEmpty();
      assertThat(codes(file)).as(unit).contains(ProblemCode.COLUMN_NOT_READ);
    }
  }

  private static List<ProblemCode> codes(CheckedFile file) {
    return file.warnings().stream().map(FileProblem::code).toList();
  }

  static Stream<Arguments> qualifiersAndContainers() {
    return QUALIFIERS.stream()
        .flatMap(q -> Stream.of(WrittenTables.values()).map(w -> Arguments.of(q, w)));
  }

  @ParameterizedTest
  @MethodSource("qualifiersAndContainers")
  void figuresOfAnotherQuantityAreNeverTaken(String qualifier, WrittenTables container) {
    for (List<List<String>> header :
        List.of(
            List.of(List.of("统一社会信用代码", "净利润", "营业收入(" + qualifier + ")")),
            List.of(List.of("统一社会信用代码", "净利润", "营业收入（万元，" + qualifier + "）")),
            List.of(List.of("统一社会信用代码", "净利润", "营业收入[" + qualifier + "](万元)")),
            List.of(List.of("统一社会信用代码", "净利润", "营业收入-" + qualifier)),
            List.of(List.of("统一社会信用代码", "净利润", "营业收入(万元)"), List.of("", "", qualifier)),
            List.of(List.of("", "财务指标", qualifier), List.of("统一社会信用代码", "净利润", "营业收入(万元)")))) {
      List<List<String>> rows = new ArrayList<>(header);
      rows.add(List.of(A, "1", "77"));
      CheckedFile file =
          Files.check(Files.OPERATIONS, Files.bytes(folder, container.write("表一", rows)));

      assertThat(Files.accepted(file))
          .as("%s", header)
          .noneMatch(row -> row.values().containsKey("revenue"));
      assertThat(file.warningCount() + file.problemCount()).as("%s", header).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(WrittenTables.class)
  void harmlessRemarksDoNotStopAColumn(WrittenTables container) {
    for (String remark : HARMLESS) {
      for (String header : List.of("营业收入(%s)", "营业收入（万元，%s）", "营业收入(%s)(万元)")) {
        List<List<String>> rows =
            List.of(List.of("统一社会信用代码", header.formatted(remark)), List.of(A, "77"));
        CheckedFile file =
            Files.check(Files.OPERATIONS, Files.bytes(folder, container.write("表一", rows)));

        Optional<AcceptedRow> row = Files.accepted(file).stream().findFirst();
        assertThat(row).as(header.formatted(remark)).isPresent();
        assertThat(row.get().values()).containsEntry("revenue", Value.of(77));
        assertThat(file.warnings()).as(header.formatted(remark)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(WrittenTables.class)
  void tableOfAnotherYearIsHeld(WrittenTables container) {
    for (String title : List.of("2024年度经营情况", "上年经营情况", "2025年1-6月经营情况", "2025年上半年经营情况")) {
      List<List<String>> rows =
          List.of(List.of(title, ""), List.of("统一社会信用代码", "营业收入(万元)"), List.of(A, "77"));
      CheckedFile file =
          Files.check(Files.OPERATIONS, Files.bytes(folder, container.write("表一", rows)));

      assertThat(file.status()).as(title).isEqualTo(CheckedFile.Status.HELD);
      assertThat(Files.accepted(file)).isEmpty();
      assertThat(Files.messages(file.problems()))
          .containsExactly("应为 2025 年全年的数据，这里第 1 行“%s”；请确认是否传错了年度，或改正后再传。".formatted(title));
    }
  }
}
