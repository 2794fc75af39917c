package innovation.points.lookup.office;

import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.scoring.rulebook.NegativeRule;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Results as a table for people: titles and values as the notice calls them. */
final class ScoresTableFile {
  private static final Map<ScoreStatus, String> STATUSES =
      Map.of(ScoreStatus.SCORED, "已评分", ScoreStatus.EXCLUDED, "不纳入", ScoreStatus.INCOMPLETE, "待补数");

  private final KnownRulebooks rules;

  ScoresTableFile(KnownRulebooks rules) {
    this.rules = rules;
  }

  ListTable of(List<ScoreRow> rows) {
    Set<String> categories = new LinkedHashSet<>();
    for (ScoreRow row : rows) {
      Map<String, Double> of = row.card().categories();
      if (of != null) {
        categories.addAll(of.keySet());
      }
    }
    var titles =
        new ArrayList<>(
            List.of("统一社会信用代码", "企业名称", "状态", "阶段", "行业大类", "主导产业", "所属园区", "所属网格", "总分"));
    categories.forEach(id -> titles.add(categoryName(rows, id)));
    titles.addAll(List.of("总排名", "阶段排名", "数据覆盖率", "不纳入原因", "缺少的数据", "规则", "评分时间"));
    return new ListTable(titles, rows.stream().map(row -> cells(row, categories)).toList());
  }

  private List<TableCell> cells(ScoreRow row, Set<String> categories) {
    Card card = row.card();
    Map<String, Double> points = card.categories() == null ? Map.of() : card.categories();
    Rank rank = card.rank();
    var cells = new ArrayList<TableCell>();
    cells.add(TableCell.of(card.uscc()));
    cells.add(TableCell.of(card.name()));
    cells.add(TableCell.of(STATUSES.get(card.status())));
    cells.add(card.stage() == null ? TableCell.BLANK : TableCell.of(stageName(card, card.stage())));
    cells.add(TableCell.of(row.industry()));
    cells.add(TableCell.of(row.cluster()));
    cells.add(TableCell.of(row.park()));
    cells.add(TableCell.of(row.grid()));
    cells.add(TableCell.of(card.total()));
    categories.forEach(id -> cells.add(TableCell.of(points.get(id))));
    cells.add(rank == null ? TableCell.BLANK : TableCell.of(rank.overall()));
    cells.add(rank == null ? TableCell.BLANK : TableCell.of(rank.stage()));
    cells.add(TableCell.of(row.coverage()));
    cells.add(
        TableCell.of(
            String.join("、", card.reasons().stream().map(id -> reasonName(card, id)).toList())));
    cells.add(
        TableCell.of(
            String.join("、", card.missing().stream().map(id -> fieldName(card, id)).toList())));
    cells.add(TableCell.of(card.rulebook()));
    cells.add(TableCell.of(row.evaluatedAt().toString()));
    return cells;
  }

  private String stageName(Card card, String stage) {
    return rules.stageName(card.rulebook(), stage);
  }

  private String categoryName(List<ScoreRow> rows, String id) {
    return rows.stream()
        .flatMap(row -> rules.named(row.card().rulebook()).stream())
        .flatMap(rulebook -> rulebook.categories().stream())
        .filter(category -> category.id().equals(id))
        .map(Rulebook.Category::name)
        .findFirst()
        .orElse(id);
  }

  private String reasonName(Card card, String rule) {
    return rules.named(card.rulebook()).stream()
        .flatMap(rulebook -> rulebook.negativeList().stream())
        .filter(candidate -> candidate.id().equals(rule))
        .map(NegativeRule::name)
        .findFirst()
        .orElse(rule);
  }

  private String fieldName(Card card, String field) {
    return rules.named(card.rulebook()).stream()
        .flatMap(rulebook -> rulebook.datasets().stream())
        .map(dataset -> dataset.fields().get(field))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(field);
  }
}
