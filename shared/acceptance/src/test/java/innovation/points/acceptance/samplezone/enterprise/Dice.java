package innovation.points.acceptance.samplezone.enterprise;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Random numbers that are the same on every machine: uses only {@link Random} and StrictMath. */
public final class Dice {
  private final Random random;

  public Dice(long seed) {
    this.random = new Random(seed);
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Uniform in [from, to). */
  double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** Normally distributed, truncated at 2.5 standard deviations to avoid absurd values. */
  public double normal(double mean, double deviation) {
    return mean + deviation * Math.clamp(random.nextGaussian(), -2.5, 2.5);
  }

  /** Log-normally distributed around a median. */
  public double around(double median, double spread) {
    return median * StrictMath.exp(normal(0, spread));
  }

  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  public <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A day of the years {@code from} to {@code to}, inclusive. */
  public LocalDate day(int from, int to) {
    return LocalDate.of(from, 1, 1).plusDays(random.nextInt((to - from + 1) * 365));
  }

  public static double money(double amount) {
    return Math.round(amount * 100) / 100.0;
  }
}
