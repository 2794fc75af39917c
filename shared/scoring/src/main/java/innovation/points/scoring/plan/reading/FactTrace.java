package innovation.points.scoring.plan.reading;

import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.UsedFact;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.result.Cause;
import java.util.ArrayList;
import java.util.List;

/** Collects the facts that a result was computed from, and why others are missing. */
public final class FactTrace {
  private final List<UsedFact> used = new ArrayList<>();
  private final List<Cause> missing = new ArrayList<>();
  private final List<Cause> remarks = new ArrayList<>();

  public List<UsedFact> used() {
    return used;
  }

  /** Why facts are missing; if none is, what else there is to say. */
  public List<Cause> causes() {
    return missing.isEmpty() ? remarks : missing;
  }

  public void used(String field, Value value, Source source) {
    used.add(new UsedFact(field, value, source));
  }

  /** A fact is missing. */
  public void missing(Cause cause) {
    add(cause, missing);
  }

  /** Something to be said where no fact is missing. */
  public void remark(Cause cause) {
    add(cause, remarks);
  }

  private static void add(Cause cause, List<Cause> said) {
    if (!said.contains(cause)) {
      said.add(cause);
    }
  }
}
