package innovation.points.acceptance.samplezone.enterprise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One column of a department's table.
 *
 * @param field the catalogue's field name
 * @param title its 列名
 * @param decimals how many decimals the department prints in it
 */
public record FormColumn(String field, String title, int decimals) {

  /**
   * The columns of contract §2, copied by hand so that the catalogue can be verified against them.
   */
  public static final Map<String, List<FormColumn>> OF =
      Map.ofEntries(
          dataset(
              "enterprises",
              count("registeredOn", "成立日期"),
              count("industry", "行业代码"),
              count("cluster", "主导产业"),
              count("park", "所属园区"),
              count("grid", "所属网格"),
              count("basis", "纳入依据")),
          dataset(
              "operations",
              money("revenue", "营业收入(万元)"),
              money("highTechRevenue", "高新技术产品收入(万元)"),
              money("rdExpense", "研发费用(万元)"),
              money("rdTaxRelief", "研发费用加计扣除所得税减免额(万元)"),
              money("netProfit", "净利润(万元)"),
              money("costs", "成本费用支出总额(万元)"),
              money("openingNetAssets", "年初净资产(万元)"),
              money("netAssets", "年末净资产(万元)"),
              money("totalProfit", "利润总额(万元)")),
          dataset("trade", money("exports", "出口总额(万美元)")),
          dataset(
              "workforce",
              count("staff", "年末职工总数"),
              count("techStaff", "科技人员数"),
              count("postgraduates", "研究生以上人员数"),
              count("bachelors", "本科以上学历人员数"),
              count("freshGraduates", "吸纳高校应届毕业生人数"),
              count("foreignStaff", "外籍常驻人员和留学归国人员数")),
          dataset(
              "intellectual-property",
              count("inventionApplications", "发明专利申请量(件)"),
              count("pctApplications", "PCT专利申请量(件)"),
              count("inventionGrants", "当年发明专利授权数(件)"),
              count("standards", "当年主导或参与制定国际标准、国家标准、行业标准数(个)")),
          dataset(
              "investment",
              money("ventureCapital", "获得风险投资金额(万元)"),
              count("holdings", "参股或控股企业数量(家)")),
          dataset("credit", count("abnormal", "列入经营异常名录"), count("dishonest", "列入严重违法失信企业名单")),
          dataset("environment", count("rating", "环境信用等级")),
          dataset(
              "special-clusters",
              count("specialCluster", "集群名称"),
              count("level", "集群级别"),
              count("validFrom", "集群认定日期"),
              count("validTo", "集群有效期至")),
          dataset("benefits-taken", count("benefit", "支持"), count("takenOn", "享受日期")),
          dataset("safety", count("accident", "发生较大及以上安全生产事故"), count("massIncident", "发生群体性事件")),
          dataset(
              "technology-contracts",
              count("contract", "合同编号"),
              count("kind", "合同类型"),
              money("amount", "成交额(万元)"),
              count("university", "对方为高校院所"),
              count("side", "合同方"),
              count("registeredOn", "认定登记日期")),
          dataset(
              "innovation-records",
              count("record", "编号"),
              count("kind", "类别"),
              count("level", "级别"),
              count("title", "名称"),
              count("obtainedOn", "取得日期"),
              count("revokedOn", "摘牌日期"),
              count("restoredOn", "恢复日期")),
          dataset(
              "qualifications",
              count("certificate", "证书编号"),
              count("kind", "资质"),
              count("validFrom", "认定日期"),
              count("validTo", "有效期至"),
              count("lapsed", "未通过重新认定")),
          dataset("stage-history", count("evaluatedYear", "评价年度"), count("stage", "阶段")));

  private static FormColumn money(String field, String title) {
    return new FormColumn(field, title, 2);
  }

  private static FormColumn count(String field, String title) {
    return new FormColumn(field, title, 0);
  }

  private static Map.Entry<String, List<FormColumn>> dataset(String id, FormColumn... own) {
    var all = new ArrayList<FormColumn>();
    all.add(count("uscc", "统一社会信用代码"));
    all.add(count("name", "企业名称"));
    all.addAll(List.of(own));
    return Map.entry(id, List.copyOf(all));
  }

  /** The per-enterprise dataset a figure belongs to. */
  static String datasetOf(String field) {
    return List.of(
            "operations",
            "trade",
            "workforce",
            "intellectual-property",
            "investment",
            "credit",
            "environment",
            "safety")
        .stream()
        .filter(id -> OF.getOrDefault(id, List.of()).stream().anyMatch(c -> c.field.equals(field)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no dataset has the field " + field));
  }
}
