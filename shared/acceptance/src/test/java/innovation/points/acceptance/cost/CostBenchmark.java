package innovation.points.acceptance.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * Estimates the cost of a zone: measures zones of two sizes on the embedded engines, extrapolates
 * linearly to a third, and multiplies by a price list. Prints the tables of {@code
 * docs/performance.md}, which has the command. Not run as a test.
 */
class CostBenchmark {

  private static final int SMALL = Integer.getInteger("small", 500);
  private static final int LARGE = Integer.getInteger("large-zone", 5_000);
  private static final int LARGEST = 50_000;
  private static final int LOOKUPS = 200;

  /** The measured or extrapolated usage of one zone. */
  private record Measured(Usage intake, Usage file, Usage run, Usage lookup) {

    /** Extrapolates from this zone and a larger one. */
    Measured towards(Measured larger, double steps) {
      return new Measured(
          line(intake, larger.intake, steps),
          line(file, larger.file, steps),
          line(run, larger.run, steps),
          larger.lookup);
    }

    private static Usage line(Usage from, Usage to, double steps) {
      return from.plus(to.minus(from).times(steps));
    }
  }

  @Test
  void whatAZoneCosts() throws Exception {
    Properties prices = prices();
    Measured small = measure(SMALL);
    Measured large = measure(LARGE);
    double steps = (double) (LARGEST - SMALL) / (LARGE - SMALL);
    Measured largest = small.towards(large, steps);
    System.out.printf("prices: %s%n", prices.getProperty("source"));
    System.out.println("| USD | first intake of a year | yearly run | month |");
    System.out.println("|---|--:|--:|--:|");
    print(SMALL + " enterprises, measured", small, prices);
    print(LARGE + " enterprises, measured", large, prices);
    print(LARGEST + " enterprises, on the line through both", largest, prices);
    System.out.printf(
        "| quantity | intake, %d | %d | times | run, %d | %d | times |%n",
        SMALL, LARGE, SMALL, LARGE);
    System.out.println("|---|--:|--:|--:|--:|--:|--:|");
    for (MeteredQuantity quantity : MeteredQuantity.values()) {
      System.out.printf(
          "| %s | %.0f | %.0f | %.1f | %.0f | %.0f | %.1f |%n",
          quantity.price(),
          small.intake().of(quantity),
          large.intake().of(quantity),
          large.intake().of(quantity) / small.intake().of(quantity),
          small.run().of(quantity),
          large.run().of(quantity),
          large.run().of(quantity) / small.run().of(quantity));
    }
  }

  private static Measured measure(int enterprises) throws Exception {
    try (var zone = new MeteredZone(enterprises)) {
      Usage intake = zone.intake();
      Usage run = zone.run();
      Usage lookup = zone.lookups(LOOKUPS).times(1.0 / LOOKUPS);
      Usage file = zone.correctedFile();
      assertThat(intake.of(MeteredQuantity.DYNAMODB_WRITE_UNITS)).isGreaterThan(enterprises);
      assertThat(run.of(MeteredQuantity.DYNAMODB_WRITE_UNITS)).isGreaterThanOrEqualTo(enterprises);
      assertThat(lookup.of(MeteredQuantity.DYNAMODB_READ_UNITS)).isPositive();
      return new Measured(intake, file, run, lookup);
    }
  }

  private static void print(String name, Measured measured, Properties prices) {
    Usage month =
        measured
            .file()
            .times(number(prices, "usage.files-a-month"))
            .plus(measured.lookup().times(number(prices, "usage.lookups-a-month")));
    System.out.printf(
        "| %s | %.4f | %.4f | %.4f |%n",
        name,
        cost(measured.intake(), prices),
        cost(measured.run(), prices),
        cost(month, prices) + number(prices, "fixed.a-month"));
  }

  private static double cost(Usage usage, Properties prices) {
    double cost = 0;
    for (MeteredQuantity quantity : MeteredQuantity.values()) {
      cost += usage.of(quantity) * number(prices, quantity.price());
    }
    return cost;
  }

  private static double number(Properties prices, String key) {
    return Double.parseDouble(
        Objects.requireNonNull(prices.getProperty(key), "the price file lacks " + key));
  }

  private static Properties prices() throws IOException {
    String file = System.getProperty("prices", "");
    var prices = new Properties();
    try (InputStream content =
        file.isEmpty()
            ? Objects.requireNonNull(
                CostBenchmark.class.getResourceAsStream("/cost/prices-us-east-1.properties"))
            : Files.newInputStream(Path.of(file))) {
      prices.load(content);
    }
    return prices;
  }
}
