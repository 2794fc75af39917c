package innovation.points.lookup.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.web.http.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says what of a publication is public: for cards, rankings, search, lists and
 * overviews. Thread-safe.
 */
public final class PublicView {

  private static final int PLACES = 2;

  private final Disclosure disclosure;
  private final Function<Pointer, Optional<Rulebook>> rules;

  /**
   * A view.
   *
   * @param rules the rulebook of a publication, which has the announced lists
   */
  public PublicView(Disclosure disclosure, Function<Pointer, Optional<Rulebook>> rules) {
    this.disclosure = disclosure;
    this.rules = rules;
  }

  /** Whether all of every ranked enterprise's card is public. */
  public boolean isWhole() {
    return disclosure.isAll();
  }

  /** Names the view in ETags: the same rows look different in another one. */
  public String variant(String of) {
    return disclosure.isAll() ? of : of + "-" + disclosure.id();
  }

  /** Whether totals and places among all are public. */
  public boolean hasTotals() {
    return disclosure.totals();
  }

  /** Whether the announced lists and places within a stage are public. */
  public boolean hasLists() {
    return disclosure.places();
  }

  /** What is public of an entry; empty where the enterprise is not. */
  public Optional<PublicEntry> entry(Pointer pointer, RankingEntry entry) {
    Integer overall = entry.rank().overall();
    return disclosure.names(
            overall == null ? entry.rank().stage() : overall, isListed(pointer, entry))
        ? Optional.of(PublicEntry.of(entry, disclosure))
        : Optional.empty();
  }

  /**
   * Whether an entry that is not public is behind all that are, in a list that goes by rank.
   *
   * @param list null where it is no stored list, which goes by something else
   */
  public boolean fadesOut(RankingEntry entry, @Nullable RankingList list) {
    return list != null
        && (list.stage().isPresent()
            || (disclosure.extent() == Disclosure.Extent.TOP && entry.rank().overall() != null));
  }

  private boolean isListed(Pointer pointer, RankingEntry entry) {
    if (disclosure.extent() != Disclosure.Extent.LISTS) {
      return false;
    }
    String list = RankingList.stage(entry.stage()).id();
    int of = pointer.counts().lists().getOrDefault(list, 0);
    return isListed(pointer, entry.rank().stage(), of);
  }

  private boolean isListed(Pointer pointer, int place, int of) {
    return rules
        .apply(pointer)
        .map(Rulebook::uses)
        .filter(uses -> uses.tier(place, of) != null)
        .isPresent();
  }

  /** What is public of a card; empty where the enterprise is not. */
  public Optional<String> card(Pointer pointer, String stored) {
    if (disclosure.isAll()) {
      return Optional.of(stored);
    }
    ObjectNode card = read(stored);
    JsonNode rank = card.path("rank");
    boolean listed =
        disclosure.extent() == Disclosure.Extent.LISTS
            && isListed(pointer, rank.path("stage").asInt(), rank.path("stageOf").asInt());
    if (!disclosure.names(rank.path("overall").asInt(rank.path("stage").asInt()), listed)) {
      return Optional.empty();
    }
    reduce(card);
    return Optional.of(card.toString());
  }

  private void reduce(ObjectNode card) {
    JsonNode before = card.path("before");
    if (!disclosure.totals()
        || !disclosure.names(
            before.at("/rank/overall").asInt(before.at("/rank/stage").asInt(Integer.MAX_VALUE)),
            false)) {
      card.remove("before");
    }
    if (disclosure.totals()) {
      if (card.has("weighted")) {
        double adjusted = card.path("total").asDouble() - card.path("weighted").asDouble();
        card.put("adjusted", Rounding.halfEven(adjusted, PLACES));
      }
      card.remove("adjustments");
      return;
    }
    card.putNull("total").putNull("categories");
    card.remove(List.of("weights", "weighted", "adjustments"));
    if (disclosure.places()) {
      ((ObjectNode) card.path("rank")).putNull("overall").putNull("overallOf");
    } else {
      card.putNull("rank");
    }
  }

  private static ObjectNode read(String card) {
    try {
      return (ObjectNode) Json.mapper().readTree(card);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored card is not JSON", e);
    }
  }
}
