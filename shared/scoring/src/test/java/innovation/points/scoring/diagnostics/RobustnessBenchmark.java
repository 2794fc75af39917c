package innovation.points.scoring.diagnostics;

import innovation.points.scoring.diagnostics.Robustness.Terms;
import innovation.points.scoring.diagnostics.sample.Sample;
import java.time.Duration;

/**
 * Run by hand: how long 1 000 runs of 1 000 enterprises take on one core, after warming up.
 *
 * <p>{@code java -XX:ActiveProcessorCount=1 -cp …
 * innovation.points.scoring.diagnostics.RobustnessBenchmark}
 */
final class RobustnessBenchmark {
  private static final int ENTERPRISES = 1_000;
  private static final int TRIES = 7;

  private RobustnessBenchmark() {}

  @SuppressWarnings("SystemOut") // a program for the command line
  public static void main(String[] arguments) {
    Sample sample = DiagnosticSamples.of(DiagnosticSamples.random(3 * ENTERPRISES, 1)).ranked();
    Sample thousand =
        new Sample(
            sample.rulebook(),
            sample.year(),
            ENTERPRISES,
            sample.alternatives(),
            sample.rows().stream().limit(ENTERPRISES).toList());
    for (int i = 0; i < TRIES; i++) {
      long from = System.nanoTime();
      Robustness robustness = Robustness.of(thousand, Terms.standard(ENTERPRISES));
      System.out.printf(
          "%d runs of %d enterprises: %d ms, mean width %.1f%n",
          robustness.terms().runs(),
          robustness.bands().size(),
          Duration.ofNanos(System.nanoTime() - from).toMillis(),
          robustness.meanWidth());
    }
  }
}
