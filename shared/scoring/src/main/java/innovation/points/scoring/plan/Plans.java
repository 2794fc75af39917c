package innovation.points.scoring.plan;

import innovation.points.scoring.rulebook.Rulebook;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plans of this process, of which the last used are kept. Thread-safe. */
final class Plans {
  /** More than the years and drafts that anyone looks at together. */
  private static final int MOST = 32;

  private static final Plans PLANS = new Plans();

  private final Map<Key, Plan> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Plan> eldest) {
          return size() > MOST;
        }
      };

  /** What the numbers of a plan depend on: the text, and the years it is resolved for. */
  private record Key(String digest, int since) {}

  static Plan of(Rulebook rulebook) {
    return PLANS.get(rulebook);
  }

  private synchronized Plan get(Rulebook rulebook) {
    return kept.computeIfAbsent(
        new Key(rulebook.digest(), rulebook.since()), _ -> new Plan(rulebook));
  }
}
