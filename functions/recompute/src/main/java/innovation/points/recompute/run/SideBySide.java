package innovation.points.recompute.run;

import innovation.points.recompute.segment.RunProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** The segments of a run in one process. */
final class SideBySide {

  private SideBySide() {}

  /**
   * Runs the work of all segments in parallel.
   *
   * @throws RuntimeException of the first segment that failed, once all have ended
   */
  static void each(List<Integer> segments, RunProgress progress, IntConsumer work) {
    var parts = new ArrayList<Future<?>>();
    try (var executor = Executors.newFixedThreadPool(segments.size())) {
      for (int segment : segments) {
        parts.add(
            executor.submit(
                () -> {
                  boolean whole = false;
                  try {
                    work.accept(segment);
                    whole = true;
                  } finally {
                    if (!whole) {
                      progress.stop();
                    }
                  }
                }));
      }
    }
    parts.forEach(SideBySide::join);
  }

  private static void join(Future<?> part) {
    try {
      part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while segments were processed", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        if (!(fault instanceof RunProgress.StoppedException)) {
          throw fault;
        }
      } else {
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
