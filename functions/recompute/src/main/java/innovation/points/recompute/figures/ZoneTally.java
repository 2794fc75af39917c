package innovation.points.recompute.figures;

import innovation.points.scoring.aggregate.AggregatePart;
import innovation.points.scoring.disclosure.SumCells.Sum;
import innovation.points.store.scores.ScoreRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the zone while they are added up: by figure and by the groups that enterprises are
 * in. It grows with the groups of the zone and with the items that count once, whose amounts belong
 * to nobody until all of them are known. Tallies of segments can be added and travel between
 * machines as JSON. Not thread-safe.
 */
public final class ZoneTally {

  /**
   * What the enterprises of a place contribute to a figure.
   *
   * @param whole what it is a part of; null where the figure is no share
   */
  record Line(String aggregate, Place place, Sum part, @Nullable Sum whole) {
    Line and(Line other) {
      return new Line(
          aggregate,
          place,
          part.and(other.part),
          whole == null ? null : whole.and(Objects.requireNonNull(other.whole)));
    }
  }

  /** An amount that counts once in the zone, whoever has the item too. */
  record Shared(String aggregate, String item, String uscc, Place place, BigDecimal amount) {}

  /** A tally as it travels. */
  public record Document(List<Line> lines, List<Shared> shared) {}

  private record Key(String aggregate, Place place) {}

  private final Map<Key, Line> lines = new LinkedHashMap<>();
  private final List<Shared> shared = new ArrayList<>();

  /** Adds an enterprise. */
  public void add(ScoreRow row, List<AggregatePart> contributions) {
    add(Place.of(row), row.uscc(), contributions);
  }

  void add(Place place, String uscc, List<AggregatePart> contributions) {
    for (AggregatePart one : contributions) {
      if (one.item() == null) {
        Sum whole = one.whole() == null ? null : Sum.of(one.whole());
        add(new Line(one.aggregate(), place, Sum.of(one.amount()), whole));
      } else {
        shared.add(new Shared(one.aggregate(), one.item(), uscc, place, one.amount()));
      }
    }
  }

  private void add(Line line) {
    lines.merge(new Key(line.aggregate(), line.place()), line, Line::and);
  }

  /** Adds another tally. */
  public void add(Document other) {
    other.lines().forEach(this::add);
    shared.addAll(other.shared());
  }

  /** The tally as it travels. */
  public Document document() {
    return new Document(List.copyOf(lines.values()), List.copyOf(shared));
  }

  /** The lines of a figure; each item that counts once is whose amount of it is the largest. */
  List<Line> lines(String aggregate) {
    var found = new HashMap<Key, Line>();
    lines.values().stream()
        .filter(line -> line.aggregate().equals(aggregate))
        .forEach(line -> found.put(new Key(aggregate, line.place()), line));
    settled(aggregate)
        .forEach(line -> found.merge(new Key(aggregate, line.place()), line, Line::and));
    return List.copyOf(found.values());
  }

  private List<Line> settled(String aggregate) {
    var of = shared.stream().filter(one -> one.aggregate().equals(aggregate)).toList();
    var items = new HashMap<String, Shared>();
    of.forEach(one -> items.merge(one.item(), one, ZoneTally::larger));
    var owners = new TreeMap<String, Line>();
    for (Shared one : of) {
      BigDecimal amount = one.equals(items.get(one.item())) ? one.amount() : BigDecimal.ZERO;
      owners.merge(
          one.uscc(),
          new Line(aggregate, one.place(), Sum.of(amount), null),
          (before, more) ->
              new Line(
                  aggregate,
                  before.place(),
                  Sum.of(before.part().amount().add(more.part().amount())),
                  null));
    }
    return List.copyOf(owners.values());
  }

  private static Shared larger(Shared one, Shared other) {
    int more = one.amount().compareTo(other.amount());
    return more > 0 || (more == 0 && one.uscc().compareTo(other.uscc()) <= 0) ? one : other;
  }
}
