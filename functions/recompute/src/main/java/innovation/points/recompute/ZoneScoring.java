package innovation.points.recompute;

import innovation.points.scoring.EnterpriseFacts;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.ZoneState;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.scores.YearScorer;
import innovation.points.store.scores.YearScorer.Assessed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Scores every enterprise on the roster of a year, reading the facts segment by segment, the
 * segments side by side. Holds no more facts than a part of each segment at a time.
 */
final class ZoneScoring {

  /** Enterprises whose earlier stages are read in one go. */
  private static final int PART = 50;

  private final FactsTable facts;
  private final ScoresTable scores;
  private final int segments;

  ZoneScoring(FactsTable facts, ScoresTable scores, int segments) {
    this.facts = facts;
    this.scores = scores;
    this.segments = segments;
  }

  /**
   * Scores a year.
   *
   * @param zone the zone's state the scores are made by
   * @param at when they are evaluated
   * @param read takes which files the facts came from
   * @param sink takes parts of the results, from several threads
   */
  void score(
      YearScorer scorer,
      int year,
      ZoneState zone,
      Instant at,
      FilesRead read,
      Consumer<List<Assessed>> sink) {
    var stopped = new AtomicBoolean();
    var work = new ArrayList<Future<?>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int segment = 0; segment < segments; segment++) {
        int number = segment;
        work.add(
            executor.submit(
                () -> {
                  var part = new Part(scorer, year, zone, at, sink, stopped);
                  try {
                    facts.scanFiles(number, segments, part::add);
                    part.flush();
                    read.add(part.files);
                  } finally {
                    // Whether it is done or failed: the others stop only where it failed.
                    part.close();
                  }
                }));
      }
    }
    work.forEach(ZoneScoring::join);
  }

  /** What one segment has read and not yet scored. */
  private final class Part {

    private final YearScorer scorer;
    private final int year;
    private final ZoneState zone;
    private final Instant at;
    private final Consumer<List<Assessed>> sink;
    private final AtomicBoolean stopped;
    private final FilesRead.Segment files = new FilesRead.Segment();
    private final List<EnterpriseFacts> waiting = new ArrayList<>(PART);
    private boolean whole;

    Part(
        YearScorer scorer,
        int year,
        ZoneState zone,
        Instant at,
        Consumer<List<Assessed>> sink,
        AtomicBoolean stopped) {
      this.scorer = scorer;
      this.year = year;
      this.zone = zone;
      this.at = at;
      this.sink = sink;
      this.stopped = stopped;
    }

    void add(EnterpriseFacts known, List<Contribution> contributions) {
      if (stopped.get()) {
        throw new StoppedException();
      }
      if (scorer.evaluates(year, known)) {
        waiting.add(known);
        files.add(contributions);
      }
      if (waiting.size() == PART) {
        flush(false);
      }
    }

    void flush() {
      flush(true);
    }

    void close() {
      if (!whole) {
        stopped.set(true);
      }
    }

    private void flush(boolean last) {
      if (!waiting.isEmpty()) {
        Map<String, Map<Integer, String>> stages =
            scores.stages(before(), waiting.stream().map(EnterpriseFacts::uscc).toList());
        var assessed = new ArrayList<Assessed>(waiting.size());
        for (EnterpriseFacts known : waiting) {
          var earlier = stages.getOrDefault(known.uscc(), Map.of());
          scorer.score(year, known, zone.deliveries(), earlier, at).ifPresent(assessed::add);
        }
        sink.accept(assessed);
        waiting.clear();
      }
      whole = last;
    }

    /** The generations published for earlier years. */
    private Map<Integer, String> before() {
      var earlier = new HashMap<>(zone.published());
      earlier.keySet().removeIf(published -> published >= year);
      return earlier;
    }
  }

  /** Another segment has failed; its fault is the one to tell. */
  private static final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("another segment failed", null, false, false);
    }
  }

  private static void join(Future<?> segment) {
    try {
      segment.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scoring", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        if (!(fault instanceof StoppedException)) {
          throw fault;
        }
      } else {
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
