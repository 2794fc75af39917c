package innovation.points.store.publication;

import innovation.points.scoring.rulebook.Uses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Makes what is wanted of the best. */
  public interface Making<T> {
    /** Told of the entries that come next, so that what is needed of them is read together. */
    default void ahead(List<RankingEntry> entries) {}

    /**
     * What is wanted of an entry; empty: it is left out.
     *
     * @param of enterprises in its stage
     */
    Optional<T> of(RankingEntry entry, int of);
  }

  /**
   * Goes through the stages in their order and through each by rank.
   *
   * @param percent how far down a stage
   * @param after where the part before ended; null for the first
   */
  public <T> Part<T> find(
      Pointer pointer,
      List<String> stages,
      int percent,
      Making<T> making,
      int limit,
      @Nullable String after) {
    var found = new ArrayList<T>();
    int first = after == null ? 0 : Integer.parseInt(after.substring(0, after.indexOf(' ')));
    int start = after == null ? 0 : Integer.parseInt(after.substring(after.indexOf(' ') + 1));
    for (int number = first; number < stages.size(); number++) {
      RankingList list = RankingList.stage(stages.get(number));
      int of = pointer.counts().lists().getOrDefault(list.id(), 0);
      int bound = Uses.places(of, percent);
      var walk =
          new RankingWalk(rankings, pointer.generation(), list, false, number == first ? start : 0);
      while (true) {
        int place = walk.place();
        RankingEntry entry =
            walk.next(
                page ->
                    making.ahead(
                        page.stream().filter(one -> one.rank().stage() <= bound).toList()));
        if (entry == null || entry.rank().stage() > bound) {
          break;
        }
        Optional<T> made = making.of(entry, of);
        if (made.isPresent() && found.size() == limit) {
          return new Part<>(found, number + " " + place);
        }
        made.ifPresent(found::add);
      }
    }
    return new Part<>(found, null);
  }
}
