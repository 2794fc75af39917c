package innovation.points.recompute.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.store.audit.FindingDocument;
import innovation.points.web.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The analysis report of a year (监测分析报告, notice 六(三)): figures, and sentences in Chinese that
 * describe them. It is public, so it names only ranked enterprises and contains only data of their
 * public cards. Of a group of fewer than three it gives the number only, and it hides as many
 * further means as are needed to prevent derivation by subtraction. Means and quartiles cover
 * ranked enterprises, with two decimals, half to even; shares are 0 to 1, with four decimals.
 *
 * @param computedAt when the run was ordered, the time of the scores
 * @param before the published year before; null where there is none
 */
@JsonPropertyOrder({
  "title",
  "year",
  "generation",
  "computedAt",
  "rulebook",
  "before",
  "overview",
  "distribution",
  "stages",
  "industries",
  "performance",
  "movements",
  "completeness",
  "rewards",
  "index",
  "zone",
  "notes"
})
public record AnalysisReport(
    String title,
    int year,
    String generation,
    Instant computedAt,
    RulesUsed rulebook,
    @Nullable Before before,
    Overview overview,
    Distribution distribution,
    Stages stages,
    Industries industries,
    Performance performance,
    Movements movements,
    Completeness completeness,
    Rewards rewards,
    IndexHealth index,
    Zone zone,
    Notes notes) {

  /**
   * The rulebook applied.
   *
   * @param digest SHA-256 of the rulebook's file, hex
   * @param document name and number of the notice
   */
  @JsonPropertyOrder({"id", "title", "digest", "document"})
  public record RulesUsed(String id, String title, String digest, String document) {}

  /** The publication compared with. */
  @JsonPropertyOrder({"year", "generation"})
  public record Before(int year, String generation) {}

  /**
   * The totals of a group.
   *
   * @param mean null, like all components after it, where the group is too small to disclose more
   *     than its number
   */
  @JsonPropertyOrder({"enterprises", "mean", "median", "lowerQuartile", "upperQuartile", "highest"})
  public record Figures(
      int enterprises,
      @Nullable Double mean,
      @Nullable Double median,
      @Nullable Double lowerQuartile,
      @Nullable Double upperQuartile,
      @Nullable Double highest) {}

  /**
   * The number of enterprises to which something applies.
   *
   * @param enterprises null where it would disclose fewer than three
   */
  @JsonPropertyOrder({"id", "name", "enterprises"})
  public record Count(String id, String name, @Nullable Integer enterprises) {}

  /**
   * 一、总体情况. Who has no public score, and why, is secret: their number is one figure.
   *
   * @param roster enterprises on the roster; null where {@code notPublished} is
   * @param notPublished enterprises of the roster that are not ranked; null under three
   * @param totals of the ranked enterprises
   * @param totalsBefore of the ranked enterprises of the year before; null where there is none
   * @param deductions ranked enterprises with a deduction: one figure, because with the sums of the
   *     cards their number by rule would tell whom which rule met
   * @param bonus ranked enterprises by rule of the bonus table
   * @param decay ranked enterprises by rule of the decay table
   */
  @JsonPropertyOrder({
    "text",
    "roster",
    "ranked",
    "notPublished",
    "totals",
    "totalsBefore",
    "deductions",
    "bonus",
    "decay"
  })
  public record Overview(
      List<String> text,
      @Nullable Integer roster,
      int ranked,
      @Nullable Integer notPublished,
      Figures totals,
      @Nullable Figures totalsBefore,
      List<Count> deductions,
      List<Count> bonus,
      List<Count> decay) {}

  /**
   * A range of totals, {@code from} inclusive and {@code to} exclusive, and its number of
   * enterprises: at least three.
   */
  @JsonPropertyOrder({"from", "to", "enterprises"})
  public record Bin(int from, int to, int enterprises) {}

  /**
   * 二、得分分布.
   *
   * @param bins occupied bins; empty where fewer than three enterprises are ranked
   * @param binsBefore occupied bins of the year before
   */
  @JsonPropertyOrder({"text", "bins", "binsBefore"})
  public record Distribution(List<String> text, List<Bin> bins, List<Bin> binsBefore) {}

  /**
   * A group of ranked enterprises.
   *
   * @param id null for the enterprises whose roster entry names none
   * @param totalsBefore null where the year before has no such group
   * @param categories mean points out of 100 by category; empty where the totals disclose no mean
   */
  @JsonPropertyOrder({"id", "name", "totals", "totalsBefore", "categories"})
  public record Group(
      @Nullable String id,
      String name,
      Figures totals,
      @Nullable Figures totalsBefore,
      Map<String, Double> categories) {}

  /** 三、阶段分析, the youngest stage first. */
  @JsonPropertyOrder({"text", "groups"})
  public record Stages(List<String> text, List<Group> groups) {}

  /** 四、行业与主导产业集群, the largest first. */
  @JsonPropertyOrder({"text", "clusters", "industries"})
  public record Industries(List<String> text, List<Group> clusters, List<Group> industries) {}

  /**
   * A category.
   *
   * @param mean points out of 100; null where fewer than three enterprises are ranked
   */
  @JsonPropertyOrder({"id", "name", "mean"})
  public record Category(String id, String name, @Nullable Double mean) {}

  /**
   * An indicator.
   *
   * @param mean mean points of ranked enterprises; null where fewer than three are ranked
   * @param rate mean points as a share of the full points
   * @param missing ranked enterprises without a value; null where it would disclose fewer than
   *     three
   * @param bands ranked enterprises by points in percent of the full ones, which the highest band
   *     includes; each has none or at least three, and there is none where fewer are ranked
   */
  @JsonPropertyOrder({"id", "name", "category", "fullPoints", "mean", "rate", "missing", "bands"})
  public record Indicator(
      String id,
      String name,
      String category,
      double fullPoints,
      @Nullable Double mean,
      @Nullable Double rate,
      @Nullable Integer missing,
      List<Bin> bands) {}

  /** 五、分类指标表现; indicators in the rulebook's order. */
  @JsonPropertyOrder({"text", "categories", "indicators"})
  public record Performance(
      List<String> text, List<Category> categories, List<Indicator> indicators) {}

  /** The enterprises ranked in both years that changed from one stage to another. */
  @JsonPropertyOrder({"from", "fromName", "to", "toName", "enterprises"})
  public record StageMove(
      String from, String fromName, String to, String toName, int enterprises) {}

  /**
   * 六、变动, between the published year before and this one.
   *
   * @param entered ranked now, not then; null, like all figures after it, where there is no year
   *     before
   * @param left ranked then, not now
   * @param rose ranked in both, with a higher total
   * @param risers the enterprises that rose most, at most ten
   */
  @JsonPropertyOrder({
    "text",
    "entered",
    "left",
    "rose",
    "fell",
    "same",
    "stageMoves",
    "risers",
    "fallers"
  })
  public record Movements(
      List<String> text,
      @Nullable Integer entered,
      @Nullable Integer left,
      @Nullable Integer rose,
      @Nullable Integer fell,
      @Nullable Integer same,
      List<StageMove> stageMoves,
      List<Named> risers,
      List<Named> fallers) {}

  /** An enterprise ranked in both years. */
  @JsonPropertyOrder({
    "uscc",
    "name",
    "stage",
    "stageName",
    "rank",
    "rankBefore",
    "total",
    "totalBefore",
    "change"
  })
  public record Named(
      String uscc,
      @Nullable String name,
      String stage,
      String stageName,
      int rank,
      int rankBefore,
      double total,
      double totalBefore,
      double change) {}

  /** A dataset, and whether its owner had delivered it for the year. */
  @JsonPropertyOrder({"id", "name", "department", "departmentName", "delivered"})
  public record Delivery(
      String id, String name, String department, String departmentName, boolean delivered) {}

  /**
   * The completeness of the data of one department.
   *
   * @param indicators number of indicators that depend on a dataset of the department
   * @param known share of those indicators' values that are known for scored enterprises; null
   *     without any
   */
  @JsonPropertyOrder({"id", "name", "datasets", "delivered", "indicators", "known"})
  public record Department(
      String id,
      String name,
      int datasets,
      int delivered,
      int indicators,
      @Nullable Double known) {}

  /**
   * 七、数据完整性.
   *
   * @param known share of all indicator values that are known for scored enterprises; null without
   *     any
   */
  @JsonPropertyOrder({"text", "known", "datasets", "departments"})
  public record Completeness(
      List<String> text,
      @Nullable Double known,
      List<Delivery> datasets,
      List<Department> departments) {}

  /**
   * A kind of reward.
   *
   * @param enterprises null, like the amount, where it would disclose fewer than three, or one that
   *     has over 80 % of the amount
   * @param amount yuan
   * @param cite the article of the notice; empty where the rulebook names none
   */
  @JsonPropertyOrder({"id", "name", "cite", "enterprises", "amount"})
  public record Reward(
      String id,
      String name,
      String cite,
      @Nullable Integer enterprises,
      @Nullable BigDecimal amount) {}

  /**
   * 八、奖励, as sums.
   *
   * @param enterprises with at least one reward; null under three
   * @param amount yuan; null where that of a kind is
   */
  @JsonPropertyOrder({"text", "enterprises", "amount", "kinds"})
  public record Rewards(
      List<String> text,
      @Nullable Integer enterprises,
      @Nullable BigDecimal amount,
      List<Reward> kinds) {}

  /**
   * 九、指标体系. What the audit found of the index itself, the weightiest first.
   *
   * @param text each finding with what to do
   */
  @JsonPropertyOrder({"text", "findings"})
  public record IndexHealth(List<String> text, List<FindingDocument> findings) {
    public IndexHealth {
      text = List.copyOf(text);
      findings = List.copyOf(findings);
    }
  }

  /**
   * A figure of the whole zone.
   *
   * @param value null where it is suppressed or unknown
   * @param before of the published year before
   * @param change in percent of that; null where either is
   */
  @JsonPropertyOrder({"id", "name", "unit", "value", "before", "change"})
  public record ZoneTotal(
      String id,
      String name,
      String unit,
      @Nullable Double value,
      @Nullable Double before,
      @Nullable Double change) {}

  /**
   * The same of a group.
   *
   * @param id of the figure
   * @param group id of the stage or cluster; null for the enterprises without one
   */
  @JsonPropertyOrder({"id", "group", "name", "value", "change"})
  public record ZoneGroup(
      String id,
      @Nullable String group,
      String name,
      @Nullable Double value,
      @Nullable Double change) {}

  /** 十、全区指标, of all enterprises of the roster, in the rulebook's order. */
  @JsonPropertyOrder({"text", "totals", "stages", "clusters"})
  public record Zone(
      List<String> text, List<ZoneTotal> totals, List<ZoneGroup> stages, List<ZoneGroup> clusters) {
    public Zone {
      text = List.copyOf(text);
      totals = List.copyOf(totals);
      stages = List.copyOf(stages);
      clusters = List.copyOf(clusters);
    }
  }

  /** 附：口径说明. */
  @JsonPropertyOrder({"text"})
  public record Notes(List<String> text) {}

  /** The report as stored and sent. */
  public byte[] json() {
    try {
      return Json.mapper().writeValueAsBytes(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
