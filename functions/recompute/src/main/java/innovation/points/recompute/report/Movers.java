package innovation.points.recompute.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Keeps the enterprises that rose most and those that fell most. */
final class Movers {

  /** The number of enterprises that the report names in each direction. */
  static final int MOST = 10;

  @JsonProperty private final List<Mover> risers;
  @JsonProperty private final List<Mover> fallers;

  Movers() {
    this(List.of(), List.of());
  }

  @JsonCreator
  Movers(@JsonProperty("risers") List<Mover> risers, @JsonProperty("fallers") List<Mover> fallers) {
    this.risers = new ArrayList<>(risers);
    this.fallers = new ArrayList<>(fallers);
  }

  void add(Mover mover) {
    if (mover.change() > 0) {
      keep(risers, mover, Mover.RISES);
    } else if (mover.change() < 0) {
      keep(fallers, mover, Mover.FALLS);
    }
  }

  void add(Movers other) {
    other.risers.forEach(this::add);
    other.fallers.forEach(this::add);
  }

  private static void keep(List<Mover> kept, Mover mover, Comparator<Mover> order) {
    int place = Collections.binarySearch(kept, mover, order);
    kept.add(place < 0 ? -place - 1 : place, mover);
    if (kept.size() > MOST) {
      kept.removeLast();
    }
  }

  List<Mover> risers() {
    return List.copyOf(risers);
  }

  List<Mover> fallers() {
    return List.copyOf(fallers);
  }
}
