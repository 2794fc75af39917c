package innovation.points.store.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Verifies a chain of items, line by line from the first on: a changed, a missing, an added and an
 * exchanged item each break it. Not thread-safe.
 */
public final class TrailChain {

  private static final int MOST_FAULTS = 100;

  private final List<Fault> faults = new ArrayList<>();
  private long seq;
  private String hash = TrailItem.BEGINNING;

  /**
   * What is wrong.
   *
   * @param place as the caller named it: file and line
   * @param problem what was expected and what was found, in Chinese
   */
  public record Fault(String place, String problem) {}

  /**
   * Takes the next line.
   *
   * @param place file and line, for the fault
   */
  public void next(String place, String line) {
    Optional<String> should = TrailItem.hashOf(line);
    TrailItem item;
    try {
      item = TrailItem.read(line);
    } catch (IllegalStateException _) {
      fault(place, "应为一条审计记录（JSON），无法读取");
      return;
    }
    if (should.isEmpty() || !should.get().equals(item.hash())) {
      fault(
          place,
          "第 %d 条被改动：按内容算得的 hash 应为 %s，记录中为 %s"
              .formatted(item.seq(), should.orElse("（行尾没有 hash）"), item.hash()));
    }
    if (item.seq() != seq + 1) {
      fault(
          place,
          item.seq() > seq + 1
              ? "缺少第 %d 至 %d 条：应为第 %d 条，实为第 %d 条"
                  .formatted(seq + 1, item.seq() - 1, seq + 1, item.seq())
              : "多出一条：应为第 %d 条，实为第 %d 条".formatted(seq + 1, item.seq()));
    } else if (!item.previous().equals(hash)) {
      fault(
          place, "第 %d 条与前一条不相接：previous 应为 %s，实为 %s".formatted(item.seq(), hash, item.previous()));
    }
    seq = item.seq();
    hash = item.hash();
  }

  /** The end, where it is known: items that were cut off at the end break no link. */
  public void end(TrailHead head) {
    if (head.seq() != seq || !head.hash().equals(hash)) {
      fault(
          "末尾",
          "应止于第 %d 条（hash %s），实止于第 %d 条（hash %s）".formatted(head.seq(), head.hash(), seq, hash));
    }
  }

  private void fault(String place, String problem) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(place, problem));
    }
  }

  /** All faults, at most a hundred; none where the chain holds. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** The number of the last item. */
  public long last() {
    return seq;
  }
}
