package innovation.points.lookup;

import innovation.points.scoring.Rulebook;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.Status;
import innovation.points.web.Cell;
import innovation.points.web.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Results as a table for people: titles and values as the notice calls them. */
final class ScoresTableFile {
  private static final Map<Status, String> STATUSES =
      Map.of(Status.SCORED, "已评分", Status.EXCLUDED, "不纳入", Status.INCOMPLETE, "待补数");

  private final Rules rules;

  ScoresTableFile(Rules rules) {
    this.rules = rules;
  }

  Table of(List<ScoreRow> rows) {
    Set<String> categories = new LinkedHashSet<>();
    for (ScoreRow row : rows) {
      Map<String, Double> of = row.card().categories();
      if (of != null) {
        categories.addAll(of.keySet());
      }
    }
    var titles = new ArrayList<>(List.of("统一社会信用代码", "企业名称", "状态", "阶段", "行业大类", "主导产业", "总分"));
    categories.forEach(id -> titles.add(categoryName(rows, id)));
    titles.addAll(List.of("总排名", "阶段排名", "数据覆盖率", "不纳入原因", "缺少的数据", "规则", "评分时间"));
    return new Table(titles, rows.stream().map(row -> cells(row, categories)).toList());
  }

  private List<Cell> cells(ScoreRow row, Set<String> categories) {
    Card card = row.card();
    Map<String, Double> points = card.categories() == null ? Map.of() : card.categories();
    Rank rank = card.rank();
    var cells = new ArrayList<Cell>();
    cells.add(Cell.of(card.uscc()));
    cells.add(Cell.of(card.name()));
    cells.add(Cell.of(STATUSES.get(card.status())));
    cells.add(card.stage() == null ? Cell.BLANK : Cell.of(stageName(card, card.stage())));
    cells.add(Cell.of(row.industry()));
    cells.add(Cell.of(row.cluster()));
    cells.add(Cell.of(card.total()));
    categories.forEach(id -> cells.add(Cell.of(points.get(id))));
    cells.add(rank == null ? Cell.BLANK : Cell.of(rank.overall()));
    cells.add(rank == null ? Cell.BLANK : Cell.of(rank.stage()));
    cells.add(Cell.of(row.coverage()));
    cells.add(
        Cell.of(
            String.join("、", card.reasons().stream().map(id -> reasonName(card, id)).toList())));
    cells.add(
        Cell.of(String.join("、", card.missing().stream().map(id -> fieldName(card, id)).toList())));
    cells.add(Cell.of(card.rulebook()));
    cells.add(Cell.of(row.evaluatedAt().toString()));
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
        .map(Rulebook.NegativeRule::name)
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
