package innovation.points.lookup.publication;

import innovation.points.lookup.disclosure.PublicView;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.publication.EntryWalk;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.RankingWalk;
import innovation.points.store.publication.Rankings;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ranking is read from in an order: stored lists one after the other, or the index of names.
 * Each part is walked from any place on, so that no more is read than is shown or passed over. No
 * order tells more than what is public.
 */
final class RankingParts {
  private static final String INDEX = "index";

  private final Rankings rankings;
  private final NameIndexes indexes;
  private final PublishedEntries entries;
  private final KnownRulebooks rules;
  private final PublicView view;

  /**
   * A part.
   *
   * @param list null for the index
   * @param stage null for a list, and for the index where all stages are wanted
   */
  record Part(@Nullable RankingList list, @Nullable String stage) {
    String id() {
      return list != null ? list.id() : stage == null ? INDEX : INDEX + " " + stage;
    }

    boolean has(RankingEntry entry) {
      return stage == null || stage.equals(entry.stage());
    }
  }

  RankingParts(
      Rankings rankings,
      NameIndexes indexes,
      PublishedEntries entries,
      KnownRulebooks rules,
      PublicView view) {
    this.rankings = rankings;
    this.indexes = indexes;
    this.entries = entries;
    this.rules = rules;
    this.view = view;
  }

  /** The parts of all that a filter lets through, and of others. */
  List<Part> of(Pointer pointer, RankingFilter filter, RankingOrder order) {
    return switch (order.by()) {
      case NAME, USCC -> List.of(new Part(null, null));
      case RANK ->
          view.hasTotals()
              ? List.of(new Part(shortest(pointer, filter), null))
              : byStage(filter, order);
      case STAGE -> byStage(filter, order);
    };
  }

  /** The shortest of the stored lists that contain all matching entries. */
  private static RankingList shortest(Pointer pointer, RankingFilter filter) {
    return filter.lists().stream()
        .min(Comparator.comparing(list -> pointer.counts().lists().getOrDefault(list.id(), 0)))
        .orElse(RankingList.ALL);
  }

  private List<Part> byStage(RankingFilter filter, RankingOrder order) {
    Collection<String> stages = filter.stages().isEmpty() ? rules.stageIds() : filter.stages();
    Comparator<String> direction =
        order.reversed() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return stages.stream()
        .distinct()
        .sorted(direction)
        .map(
            stage ->
                view.hasLists() ? new Part(RankingList.stage(stage), null) : new Part(null, stage))
        .toList();
  }

  /** The entries of a part from a place on. */
  EntryWalk walk(String generation, Part part, RankingOrder order, int place) {
    RankingList list = part.list();
    return list == null
        ? new IndexWalk(indexes, entries, generation, order, place)
        : new RankingWalk(rankings, generation, list, order.reversed(), place);
  }
}
