package innovation.points.upload.status;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.report.JsonBlock;
import innovation.points.datasets.report.KeptBlocks;
import innovation.points.store.table.StoredJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.s3.S3Client;

/** Reads lines that intake keeps in the bucket a page at a time, without the blocks between. */
final class KeptLines {

  private final S3Client s3;
  private final String bucket;

  KeptLines(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /**
   * A page.
   *
   * @param next where the next one begins; empty at the end
   */
  record Page(List<JsonNode> lines, Optional<String> next) {}

  /** A line's place: its block, and how many of the lines before it in there belong to the list. */
  private record Place(int block, int line) {
    static Place of(String position) {
      String[] parts = position.split("\\.", 2);
      return new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
      return block + "." + line;
    }
  }

  /**
   * Reads a page.
   *
   * @param kind the only kind of lines that are in the list, as the blocks count them; else all
   * @param in whether a line is in the list
   * @param from the {@code next} of the page before
   */
  Page page(
      KeptBlocks kept, OptionalInt kind, Predicate<JsonNode> in, int limit, Optional<String> from) {
    Place place = from.map(Place::of).orElse(new Place(0, 0));
    var lines = new ArrayList<JsonNode>();
    for (int at = place.block(); at < kept.blocks().size(); at++) {
      JsonBlock block = kept.blocks().get(at);
      int first = at == place.block() ? place.line() : 0;
      int count = kind.isPresent() ? block.counts().get(kind.getAsInt()) : block.count();
      if (first >= count) {
        continue;
      }
      List<JsonNode> all = read(kept.key(), block).stream().filter(in).toList();
      int end = Math.min(all.size(), first + limit - lines.size());
      lines.addAll(all.subList(first, end));
      if (lines.size() == limit) {
        boolean more = end < all.size() || at + 1 < kept.blocks().size();
        return new Page(
            lines, more ? Optional.of(new Place(at, end).toString()) : Optional.empty());
      }
    }
    return new Page(lines, Optional.empty());
  }

  /** How many lines there are of a kind. */
  static long count(KeptBlocks kept, int kind) {
    return kept.blocks().stream().mapToLong(block -> block.counts().get(kind)).sum();
  }

  private List<JsonNode> read(String key, JsonBlock block) {
    String range = "bytes=%d-%d".formatted(block.offset(), block.offset() + block.length() - 1);
    byte[] bytes =
        s3.getObjectAsBytes(get -> get.bucket(bucket).key(key).range(range)).asByteArray();
    try (var text = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(StoredJson::tree)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
