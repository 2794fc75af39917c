package innovation.points.scoring.allocation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cents divided by weights, exactly: what is over a limit goes to those below it, and what does not
 * divide goes, cent by cent, to the largest fractions.
 *
 * @param cents by the order of the weights
 * @param capped who is given the limit
 * @param extra who is given a cent that does not divide
 * @param unspent what nobody may be given
 */
record Division(List<Long> cents, List<Integer> capped, List<Integer> extra, long unspent) {

  Division {
    cents = List.copyOf(cents);
    capped = List.copyOf(capped);
    extra = List.copyOf(extra);
  }

  /**
   * Divides.
   *
   * @param weights at least 0, the first in order first in line for a cent among equals
   * @param cap cents that one is given at most
   */
  static Division of(long budget, List<BigDecimal> weights, long cap) {
    int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    List<BigInteger> whole =
        weights.stream()
            .map(weight -> weight.setScale(Math.max(0, scale)).unscaledValue())
            .toList();
    long[] cents = new long[whole.size()];
    var capped = new ArrayList<Integer>();
    var open =
        new ArrayList<>(
            IntStream.range(0, whole.size())
                .filter(i -> whole.get(i).signum() > 0)
                .boxed()
                .toList());
    long left = budget;
    List<Integer> over = over(open, whole, left, cap);
    while (!over.isEmpty()) {
      over.forEach(i -> cents[i] = cap);
      left -= cap * over.size();
      open.removeAll(over);
      capped.addAll(over);
      over = over(open, whole, left, cap);
    }
    BigInteger sum = sum(open, whole);
    long given = 0;
    for (int i : open) {
      cents[i] = BigInteger.valueOf(left).multiply(whole.get(i)).divide(sum).longValueExact();
      given += cents[i];
    }
    long rest = open.isEmpty() ? 0 : left - given;
    List<Integer> extra = largest(open, whole, left, sum).subList(0, Math.toIntExact(rest));
    extra.forEach(i -> cents[i]++);
    capped.sort(null);
    return new Division(
        Arrays.stream(cents).boxed().toList(),
        capped,
        extra.stream().sorted().toList(),
        open.isEmpty() ? left : 0);
  }

  /** Those whose share is more than the limit. */
  private static List<Integer> over(
      List<Integer> open, List<BigInteger> weights, long left, long cap) {
    BigInteger limit = BigInteger.valueOf(cap).multiply(sum(open, weights));
    return open.stream()
        .filter(i -> BigInteger.valueOf(left).multiply(weights.get(i)).compareTo(limit) > 0)
        .toList();
  }

  private static BigInteger sum(List<Integer> open, List<BigInteger> weights) {
    return open.stream().map(weights::get).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static List<Integer> largest(
      List<Integer> open, List<BigInteger> weights, long left, BigInteger sum) {
    return open.stream()
        .sorted(
            Comparator.comparing(
                    (Integer i) -> BigInteger.valueOf(left).multiply(weights.get(i)).mod(sum))
                .reversed())
        .toList();
  }
}
