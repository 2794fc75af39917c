package innovation.points.lookup.portrait;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import innovation.points.lookup.lists.StageServices;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Detail;
import innovation.points.store.scores.Profile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Profiles as they are shown: the stored trace, and beside it how the enterprise stands among the
 * published ones of its stage, what would gain it most, and what the zone offers its stage.
 */
public final class ProfileDocuments {
  private final PeerGroups groups;
  private final KnownRulebooks rules;

  /**
   * One profile.
   *
   * @param peers null without a stage, and where the stage has too few published enterprises
   * @param weakPoints the steps that would gain most, the largest first
   */
  record Document(
      @JsonUnwrapped Profile profile,
      @Nullable Peers peers,
      List<WeakPoint> weakPoints,
      @Nullable StageServices services) {}

  public ProfileDocuments(PeerGroups groups, KnownRulebooks rules) {
    this.groups = groups;
    this.rules = rules;
  }

  /**
   * Puts beside a profile what belongs to it.
   *
   * @param pointer the publication it is compared with; empty where the year has none
   */
  Document of(Profile profile, Optional<Pointer> pointer) {
    Card card = profile.card();
    Detail detail = profile.detail();
    String stage = card.stage();
    if (stage == null) {
      return new Document(profile, null, List.of(), null);
    }
    Peers peers =
        pointer
            .flatMap(published -> groups.of(published.generation(), stage))
            .map(group -> group.around(card, detail))
            .orElse(null);
    Optional<Rulebook> rulebook = rules.used(card.rulebook(), detail.rulebookDigest(), card.year());
    List<WeakPoint> weakPoints =
        rulebook.map(rules -> WeakPoint.of(rules, stage, detail)).orElse(List.of());
    return new Document(
        profile,
        peers,
        weakPoints,
        rulebook.map(rules -> StageServices.of(rules, stage)).orElse(null));
  }
}
