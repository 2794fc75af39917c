package innovation.points.recompute.figures;

import innovation.points.recompute.figures.ZoneTally.Line;
import innovation.points.scoring.aggregate.Aggregates;
import innovation.points.scoring.disclosure.SumCells;
import innovation.points.scoring.disclosure.SumCells.Hidden;
import innovation.points.scoring.disclosure.SumCells.Sum;
import innovation.points.scoring.rulebook.Aggregate;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.ZoneFigure;
import innovation.points.store.publication.ZoneFigure.By;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of the zone that may be disclosed, from their tally; two decimals, half to even. */
public final class ZoneFigures {

  private static final List<By> WAYS = List.of(By.STAGE, By.CLUSTER, By.PARK, By.INDUSTRY);

  /** Sorts the enterprises without a group behind all others. */
  private static final String LAST = "\uffff";

  private final Rulebook rulebook;

  private ZoneFigures(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /** A group and the lines that are in it. */
  private record Group(@Nullable String id, BitSet lines) {}

  /** The figures in the rulebook's order, each of all and then by group. */
  public static List<ZoneFigure> of(ZoneTally tally, Rulebook rulebook) {
    var figures = new ZoneFigures(rulebook);
    return rulebook.aggregates().stream()
        .flatMap(aggregate -> figures.of(aggregate, tally.lines(aggregate.id())).stream())
        .toList();
  }

  private List<ZoneFigure> of(Aggregate aggregate, List<Line> lines) {
    List<List<Group>> ways = WAYS.stream().map(by -> groups(by, lines)).toList();
    Hidden hidden =
        SumCells.hidden(
            lines.stream()
                .map(
                    line ->
                        line.whole() == null
                            ? List.of(line.part())
                            : List.of(line.part(), line.whole()))
                .toList(),
            ways.stream().map(way -> way.stream().map(Group::lines).toList()).toList());
    var all = new BitSet();
    all.set(0, lines.size());
    var figures = new ArrayList<ZoneFigure>();
    figures.add(figure(aggregate, By.ALL, new Group(null, all), lines, hidden.total()));
    for (int way = 0; way < WAYS.size(); way++) {
      for (int group = 0; group < ways.get(way).size(); group++) {
        figures.add(
            figure(
                aggregate,
                WAYS.get(way),
                ways.get(way).get(group),
                lines,
                hidden.groups().get(way).get(group)));
      }
    }
    return figures;
  }

  /** The groups of a kind: stages from the youngest, others by name; those without one last. */
  private List<Group> groups(By by, List<Line> lines) {
    var groups = new TreeMap<String, BitSet>();
    for (int line = 0; line < lines.size(); line++) {
      String id = lines.get(line).place().group(by);
      groups.computeIfAbsent(id == null ? LAST : id, _ -> new BitSet()).set(line);
    }
    var sorted = new ArrayList<Group>();
    if (by == By.STAGE) {
      for (Rulebook.Stage stage : rulebook.stages().reversed()) {
        BitSet of = groups.remove(stage.id());
        if (of != null) {
          sorted.add(new Group(stage.id(), of));
        }
      }
    }
    groups.forEach((id, of) -> sorted.add(new Group(id.equals(LAST) ? null : id, of)));
    return sorted;
  }

  private static ZoneFigure figure(
      Aggregate aggregate, By by, Group group, List<Line> lines, boolean hidden) {
    return new ZoneFigure(
        aggregate.id(),
        aggregate.name(),
        aggregate.unit(),
        by,
        group.id(),
        hidden ? null : value(group.lines().stream().mapToObj(lines::get).toList()),
        hidden);
  }

  private static @Nullable Double value(List<Line> lines) {
    Sum part = lines.stream().map(Line::part).reduce(Sum.NONE, Sum::and);
    if (part.known() == 0) {
      return null;
    }
    if (lines.getFirst().whole() == null) {
      return Aggregates.figure(part.amount(), null);
    }
    Sum whole =
        lines.stream().map(one -> Objects.requireNonNull(one.whole())).reduce(Sum.NONE, Sum::and);
    return Aggregates.figure(part.amount(), whole.amount());
  }
}
