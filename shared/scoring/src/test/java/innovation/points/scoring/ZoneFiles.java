package innovation.points.scoring;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a zone of plain files, {@code uploads/{source}/{dataset}/{year}/{file}}: only departments,
 * one file a dataset and year, nothing to mend. Enough for tests of scoring, and no part of the
 * system: {@code GoldenZone} of the test kit reads the same files as the intake does, and stands
 * above this module.
 */
public final class ZoneFiles {
  private static final Set<String> LINE_ITEMS =
      Set.of("technology-contracts", "innovation-records", "qualifications", "stage-history");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Map<String, String> FIELDS = fields();

  private final Map<String, Map<Integer, Map<String, Fact>>> facts = new TreeMap<>();
  private final Map<String, Map<Integer, Set<String>>> listed = new HashMap<>();
  private final Map<String, Map<String, List<LineItem>>> items = new HashMap<>();
  private final Map<Integer, Set<String>> delivered = new HashMap<>();

  public ZoneFiles(Path root) throws IOException {
    try (var files = Files.walk(root.resolve("uploads"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        read(root.relativize(file).toString(), file);
      }
    }
  }

  public Deliveries deliveries() {
    return new Deliveries(delivered);
  }

  public Map<String, EnterpriseFacts> enterprises() {
    Map<String, EnterpriseFacts> all = new TreeMap<>();
    Set<String> usccs = new HashSet<>(facts.keySet());
    usccs.addAll(items.keySet());
    for (String uscc : usccs) {
      Map<Integer, YearFacts> years = new HashMap<>();
      listed
          .getOrDefault(uscc, Map.of())
          .forEach(
              (year, datasets) ->
                  years.put(
                      year,
                      new YearFacts(
                          facts.getOrDefault(uscc, Map.of()).getOrDefault(year, Map.of()),
                          datasets)));
      all.put(uscc, new EnterpriseFacts(uscc, years, items.getOrDefault(uscc, Map.of())));
    }
    return all;
  }

  private void read(String key, Path file) throws IOException {
    String[] parts = key.split("/", -1);
    String dataset = parts[2];
    int year = Integer.parseInt(parts[3]);
    delivered.computeIfAbsent(year, y -> new HashSet<>()).add(dataset);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      int row = 1;
      for (NamedCsvRecord record : rows) {
        row++;
        enter(dataset, year, record, new Source(key, "v1", row));
      }
    }
  }

  private void enter(String dataset, int year, NamedCsvRecord record, Source source) {
    String uscc = record.getField("统一社会信用代码");
    Map<String, Value> values = new HashMap<>();
    record
        .getFieldsAsMap()
        .forEach(
            (column, cell) -> {
              if (!cell.isBlank()) {
                values.put(field(column), value(cell));
              }
            });
    if (LINE_ITEMS.contains(dataset)) {
      items
          .computeIfAbsent(uscc, u -> new HashMap<>())
          .computeIfAbsent(dataset, d -> new ArrayList<>())
          .add(new LineItem(year, values, source));
      return;
    }
    listed
        .computeIfAbsent(uscc, u -> new HashMap<>())
        .computeIfAbsent(year, y -> new HashSet<>())
        .add(dataset);
    Map<String, Fact> known =
        facts
            .computeIfAbsent(uscc, u -> new HashMap<>())
            .computeIfAbsent(year, y -> new HashMap<>());
    values.forEach((field, value) -> known.put(field, new Fact(value, source)));
  }

  private static String field(String column) {
    String field = FIELDS.get(column);
    if (field == null) {
      throw new IllegalArgumentException("no field for column " + column);
    }
    return field;
  }

  static Value value(String cell) {
    if (cell.equals("是") || cell.equals("否")) {
      return Value.of(cell.equals("是"));
    }
    if (DAY.matcher(cell).matches()) {
      return Value.of(LocalDate.parse(cell));
    }
    return NUMBER.matcher(cell).matches() ? Value.of(Double.parseDouble(cell)) : Value.of(cell);
  }

  private static Map<String, String> fields() {
    String table =
        """
        统一社会信用代码 uscc
        企业名称 name
        成立日期 registeredOn
        行业代码 industry
        主导产业 cluster
        所属园区 park
        所属网格 grid
        营业收入(万元) revenue
        高新技术产品收入(万元) highTechRevenue
        研发费用(万元) rdExpense
        研发费用加计扣除所得税减免额(万元) rdTaxRelief
        净利润(万元) netProfit
        成本费用支出总额(万元) costs
        年初净资产(万元) openingNetAssets
        年末净资产(万元) netAssets
        利润总额(万元) totalProfit
        出口总额(万美元) exports
        年末职工总数 staff
        科技人员数 techStaff
        研究生以上人员数 postgraduates
        本科以上学历人员数 bachelors
        吸纳高校应届毕业生人数 freshGraduates
        外籍常驻人员和留学归国人员数 foreignStaff
        发明专利申请量(件) inventionApplications
        PCT专利申请量(件) pctApplications
        当年发明专利授权数(件) inventionGrants
        当年主导或参与制定国际标准、国家标准、行业标准数(个) standards
        获得风险投资金额(万元) ventureCapital
        参股或控股企业数量(家) holdings
        列入经营异常名录 abnormal
        列入严重违法失信企业名单 dishonest
        环境信用等级 rating
        发生较大及以上安全生产事故 accident
        发生群体性事件 massIncident
        合同编号 contract
        合同类型 kind
        成交额(万元) amount
        对方为高校院所 university
        编号 record
        类别 kind
        级别 level
        名称 title
        取得日期 obtainedOn
        摘牌日期 revokedOn
        恢复日期 restoredOn
        证书编号 certificate
        资质 kind
        认定日期 validFrom
        有效期至 validTo
        未通过重新认定 lapsed
        评价年度 evaluatedYear
        阶段 stage
        """;
    Map<String, String> fields = new HashMap<>();
    table
        .lines()
        .forEach(
            line -> {
              int space = line.lastIndexOf(' ');
              fields.put(line.substring(0, space), line.substring(space + 1));
            });
    return fields;
  }
}
