package innovation.points.lookup.portrait;

import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.ScoresTable;
import java.util.HashMap;
import java.util.Map;

/** What an enterprise would be scored from now. Thread-safe. */
public final class ScoringInputs {
  private final Pointers pointers;
  private final ScoresTable scores;
  private final FactsTable facts;

  public ScoringInputs(Pointers pointers, ScoresTable scores, FactsTable facts) {
    this.pointers = pointers;
    this.scores = scores;
    this.facts = facts;
  }

  ScoringInput of(int year, String uscc) {
    return new ScoringInput(
        year, facts.read(uscc), facts.zone().deliveries(), earlierStages(year, uscc));
  }

  /** Stages of the published results of earlier years (rules §6). */
  private Map<Integer, String> earlierStages(int year, String uscc) {
    var stages = new HashMap<Integer, String>();
    for (Pointer pointer : pointers.all()) {
      if (pointer.year() < year) {
        scores
            .row(pointer.generation(), uscc)
            .map(row -> row.card().stage())
            .ifPresent(stage -> stages.put(pointer.year(), stage));
      }
    }
    return stages;
  }
}
