package innovation.points.recompute;

import innovation.points.store.scores.Audits;
import innovation.points.store.scores.Rankings;
import innovation.points.store.scores.ScoresTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a generation and counts it. Writing it again, or after another attempt has left part of
 * it, ends in the same generation.
 */
final class GenerationWriter {

  private static final int PART = 500;

  private final ScoresTable scores;
  private final Rankings rankings;
  private final Audits audits;

  GenerationWriter(ScoresTable scores, Rankings rankings, Audits audits) {
    this.scores = scores;
    this.rankings = rankings;
    this.audits = audits;
  }

  void write(String generation, Spool spool, Results results, Watch watch) {
    watch.step("writing", spool.size());
    spool.read(
        PART,
        rows -> {
          scores.put(
              rows.stream().map(row -> row.in(generation, results.rank(row.uscc()))).toList());
          watch.advance(rows.size());
        });
    results.audit().write(audits, generation, watch);
    int pages = rankings.replace(generation, results.lists());
    verify(generation, results, pages, watch);
  }

  /** Reads back what is there, takes out what an earlier attempt left, and counts the rest. */
  private void verify(String generation, Results results, int pages, Watch watch) {
    watch.step("verifying", results.size());
    Set<String> expected = new HashSet<>(results.usccs());
    List<String> stray = new ArrayList<>();
    scores.generationEnterprises(
        generation,
        found -> {
          for (String uscc : found) {
            if (!expected.remove(uscc)) {
              stray.add(uscc);
            }
          }
          watch.advance(found.size());
        });
    int foundPages = rankings.count(generation);
    if (!expected.isEmpty() || foundPages != pages) {
      throw new IllegalStateException(
          "generation %s lacks %d rows and has %d of %d ranking pages"
              .formatted(generation, expected.size(), foundPages, pages));
    }
    scores.deleteRows(generation, stray);
  }
}
