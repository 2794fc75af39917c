package innovation.points.lookup.portrait;

import innovation.points.lookup.portrait.Peers.Position;
import innovation.points.scoring.disclosure.Statistics;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Detail;
import innovation.points.store.scores.ScoreRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The points and values of all ranked enterprises of one stage in one generation, sorted.
 * Immutable.
 */
final class PeerGroup {
  /** What a stored value, of nine decimals, may lack. */
  private static final double STORED = 1e-8;

  private final String stage;
  private final int enterprises;
  private final Statistics total;
  private final Map<String, Statistics> categories;
  private final Map<String, Statistics> indicators;
  private final Map<String, Statistics> values;

  private PeerGroup(String stage, Builder builder) {
    this.stage = stage;
    this.enterprises = builder.totals.size();
    this.total = statistics(builder.totals);
    this.categories = statistics(builder.categories);
    this.indicators = statistics(builder.indicators);
    this.values = statistics(builder.values);
  }

  /** Collects rows one by one, so that their traces need not be in memory together. */
  static final class Builder {
    private final List<Double> totals = new ArrayList<>();
    private final Map<String, List<Double>> categories = new LinkedHashMap<>();
    private final Map<String, List<Double>> indicators = new LinkedHashMap<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void add(ScoreRow row) {
      Double total = row.card().total();
      Map<String, Double> points = row.card().categories();
      if (!row.ranked() || total == null || points == null) {
        return;
      }
      totals.add(total);
      points.forEach((id, value) -> add(categories, id, value));
      for (Detail.Indicator indicator : row.detail().indicators()) {
        add(indicators, indicator.id(), indicator.points());
        Double value = indicator.value();
        if (value != null) {
          add(values, indicator.id(), value);
        }
      }
    }

    private static void add(Map<String, List<Double>> into, String id, double value) {
      into.computeIfAbsent(id, _ -> new ArrayList<>()).add(value);
    }

    int size() {
      return totals.size();
    }

    PeerGroup build(String stage) {
      return new PeerGroup(stage, this);
    }
  }

  /** The share of the group, 0 to 1, whose value of an indicator is at least this one. */
  double shareReaching(String indicator, double value) {
    Statistics known = values.get(indicator);
    return known == null ? 0 : (double) known.atLeast(value - STORED) / enterprises;
  }

  /** The group as seen from one enterprise. */
  Peers around(Card card, Detail detail) {
    Map<String, Double> own = card.categories() == null ? Map.of() : card.categories();
    var byCategory = new ArrayList<Peers.Category>();
    categories.forEach(
        (id, points) -> byCategory.add(new Peers.Category(id, position(points, own.get(id)))));
    var byIndicator = new ArrayList<Peers.Indicator>();
    for (Detail.Indicator indicator : detail.indicators()) {
      Statistics points = indicators.get(indicator.id());
      if (points != null) {
        byIndicator.add(
            new Peers.Indicator(
                indicator.id(), indicator.name(), position(points, indicator.points())));
      }
    }
    return new Peers(stage, enterprises, position(total, card.total()), byCategory, byIndicator);
  }

  private static Position position(Statistics peers, @Nullable Double own) {
    return new Position(
        own,
        own == null ? null : peers.percentile(own),
        List.of(peers.quantile(0.25), peers.quantile(0.5), peers.quantile(0.75)));
  }

  private static Map<String, Statistics> statistics(Map<String, List<Double>> values) {
    var statistics = new LinkedHashMap<String, Statistics>();
    values.forEach((id, all) -> statistics.put(id, statistics(all)));
    return statistics;
  }

  private static Statistics statistics(List<Double> values) {
    return new Statistics(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
