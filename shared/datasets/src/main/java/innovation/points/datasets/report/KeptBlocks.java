package innovation.points.datasets.report;

import java.util.List;

/**
 * Lines of JSON that are kept in the bucket.
 *
 * @param key of the object that {@link JsonBlocks} wrote
 */
public record KeptBlocks(String key, List<JsonBlock> blocks) {
  public KeptBlocks {
    blocks = List.copyOf(blocks);
  }
}
