package innovation.points.store.publication;

import innovation.points.scoring.rulebook.Uses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The best of each stage of a published year, down to a share of the stage. Thread-safe. */
public final class TopOfStage {
  private final Rankings rankings;

  public TopOfStage(Rankings rankings) {
    this.rankings = rankings;
  }

  /**
   * What was found.
   *
   * @param next where it goes on; null at the end
   */
  public record Part<T>(List<T> items, @Nullable String next) {}

  /**
   * Goes through the stages in their order and through each by rank.
   *
   * @param percent how far down a stage
   * @param make from an entry and the size of its stage to what is wanted; empty: left out
   * @param after where the part before ended; null for the first
   */
  public <T> Part<T> find(
      Pointer pointer,
      List<String> stages,
      int percent,
      BiFunction<RankingEntry, Integer, Optional<T>> make,
      int limit,
      @Nullable String after) {
    var found = new ArrayList<T>();
    int first = after == null ? 0 : Integer.parseInt(after.substring(0, after.indexOf(' ')));
    int start = after == null ? 0 : Integer.parseInt(after.substring(after.indexOf(' ') + 1));
    for (int number = first; number < stages.size(); number++) {
      RankingList list = RankingList.stage(stages.get(number));
      int of = pointer.counts().lists().getOrDefault(list.id(), 0);
      int bound = Uses.places(of, percent);
      var walk = new RankingWalk(rankings, pointer.generation(), list, number == first ? start : 0);
      while (true) {
        int place = walk.place();
        RankingEntry entry = walk.next();
        if (entry == null || entry.rank().stage() > bound) {
          break;
        }
        Optional<T> made = make.apply(entry, of);
        if (made.isPresent() && found.size() == limit) {
          return new Part<>(found, number + " " + place);
        }
        made.ifPresent(found::add);
      }
    }
    return new Part<>(found, null);
  }
}
