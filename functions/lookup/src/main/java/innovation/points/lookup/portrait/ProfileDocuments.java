package innovation.points.lookup.portrait;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import innovation.points.lookup.lists.OpenBenefit;
import innovation.points.lookup.lists.StageServices;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.scoring.advice.Advice;
import innovation.points.scoring.advice.Advisor;
import innovation.points.scoring.benefit.Benefits;
import innovation.points.scoring.facts.ScoringInput;
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
 * published ones of its stage, what would gain it most, what the zone offers its stage, and the
 * benefits that it is entitled to.
 */
public final class ProfileDocuments {
  private static final int MOST = 3;

  private final PeerGroups groups;
  private final KnownRulebooks rules;

  /**
   * One profile.
   *
   * @param peers null without a stage, and where the stage has too few published enterprises
   * @param adviceFrom the score the steps start from, by the facts as they are now: another one
   *     than the profile's where facts have changed since; null where there is none
   * @param weakPoints the steps that gain most, what many have reached first
   * @param warnings bounds of stages beyond which the total would be lower
   * @param benefits that its result opens; of a draft, which has no ranks, those without a place
   */
  record Document(
      @JsonUnwrapped Profile profile,
      @Nullable Peers peers,
      Advice.@Nullable Start adviceFrom,
      List<WeakPoint> weakPoints,
      List<WeakPoint.Warning> warnings,
      @Nullable StageServices services,
      List<OpenBenefit> benefits) {

    Document withoutAdvice() {
      return new Document(profile, peers, null, List.of(), List.of(), services, benefits);
    }
  }

  public ProfileDocuments(PeerGroups groups, KnownRulebooks rules) {
    this.groups = groups;
    this.rules = rules;
  }

  /**
   * Puts beside a profile what belongs to it.
   *
   * @param pointer the publication it is compared with; empty where the year has none
   * @param computedFrom what the score was computed from
   * @param input what steps are tried on
   */
  Document of(
      Profile profile, Optional<Pointer> pointer, ScoringInput computedFrom, ScoringInput input) {
    Card card = profile.card();
    Detail detail = profile.detail();
    String stage = card.stage();
    Optional<Rulebook> rulebook = rules.used(card.rulebook(), detail.rulebookDigest(), card.year());
    List<OpenBenefit> benefits =
        rulebook
            .map(rules -> OpenBenefit.of(new Benefits(rules), card, computedFrom))
            .orElse(List.of());
    if (stage == null) {
      return new Document(profile, null, null, List.of(), List.of(), null, benefits);
    }
    Optional<PeerGroup> group =
        pointer.flatMap(published -> groups.of(published.generation(), stage));
    Advice advice =
        rulebook.map(rules -> advice(rules, group.orElse(null), input)).orElse(Advice.NONE);
    return new Document(
        profile,
        group.map(peers -> peers.around(card, detail)).orElse(null),
        advice.from(),
        advice.steps().stream().limit(MOST).map(WeakPoint::of).toList(),
        advice.warnings().stream().map(WeakPoint.Warning::of).toList(),
        rulebook.map(rules -> StageServices.of(rules, stage)).orElse(null),
        benefits);
  }

  private Advice advice(Rulebook rulebook, @Nullable PeerGroup group, ScoringInput input) {
    return new Advisor(rulebook, ReportableFields.rules())
        .advise(
            input, (indicator, value) -> group == null ? 1 : group.shareReaching(indicator, value));
  }
}
