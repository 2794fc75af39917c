package innovation.points.datasets.report;

import java.util.List;

/**
 * Where some successive lines stand in what {@link JsonBlocks} writes, so that a page of them can
 * be read without the rest.
 *
 * @param offset of the first byte
 * @param length in bytes
 * @param counts how many lines there are of each kind
 */
public record JsonBlock(long offset, int length, List<Integer> counts) {
  public JsonBlock {
    counts = List.copyOf(counts);
  }

  /** How many lines it has. */
  public int count() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
