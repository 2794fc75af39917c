package innovation.points.lookup.publication;

import innovation.points.lookup.publication.RankingParts.Part;
import innovation.points.store.publication.EntryWalk;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Goes through the parts of a ranking, one after the other, from a place in one of them on. */
final class RankingReading {

  /** A place in a part, from 0. */
  record Place(Part part, int number) {
    /** As {@link #of(String, List)} reads it. */
    @Override
    public String toString() {
      return number + " " + part.id();
    }

    /** A place among some parts, or in a stored list that would be none of them today. */
    static Place of(String text, List<Part> parts) {
      int space = text.indexOf(' ');
      String id = text.substring(space + 1);
      Part part =
          parts.stream()
              .filter(one -> one.id().equals(id))
              .findFirst()
              .orElseGet(() -> new Part(new RankingList(id), null));
      return new Place(part, Integer.parseInt(text.substring(0, space)));
    }
  }

  private final List<Part> parts;
  private final BiFunction<Part, Integer, EntryWalk> walks;
  private Part part;
  private EntryWalk walk;

  RankingReading(List<Part> parts, Place from, BiFunction<Part, Integer, EntryWalk> walks) {
    this.parts = parts;
    this.walks = walks;
    this.part = from.part();
    this.walk = walks.apply(part, from.number());
  }

  /** The place of the entry that {@link #next} answers next. */
  Place place() {
    return new Place(part, walk.place());
  }

  /** The part in which the entry stood that was read last. */
  Part part() {
    return part;
  }

  /** The next entry; null at the end of the last part. */
  @Nullable RankingEntry next() {
    RankingEntry entry = walk.next();
    while (entry == null && leave()) {
      entry = walk.next();
    }
    return entry;
  }

  /** Goes on with the next part; false where there is none. */
  boolean leave() {
    int next = parts.indexOf(part) + 1;
    if (next == 0 || next == parts.size()) {
      return false;
    }
    part = parts.get(next);
    walk = walks.apply(part, 0);
    return true;
  }
}
