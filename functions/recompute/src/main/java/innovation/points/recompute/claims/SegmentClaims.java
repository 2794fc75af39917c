package innovation.points.recompute.claims;

import innovation.points.recompute.workspace.Records;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.reward.ItemClaim;
import java.util.Set;

/**
 * The items of a segment's enterprises that pay one enterprise of the zone, as they are found; a
 * file of the workspace. Used by one thread.
 */
public final class SegmentClaims implements AutoCloseable {

  static final Records<Claimed> CLAIMS =
      new Records<>(
          (one, out) -> {
            out.writeUTF(one.uscc());
            out.writeUTF(one.claim().reward());
            out.writeUTF(one.claim().item());
          },
          in -> new Claimed(in.readUTF(), new ItemClaim(in.readUTF(), in.readUTF())));

  private final Records.Writer<Claimed> writer;

  /** That an enterprise claims an item. */
  record Claimed(String uscc, ItemClaim claim) {}

  public SegmentClaims(int segment, Workspace workspace) {
    this.writer = CLAIMS.create(workspace, name(segment));
  }

  public void add(String uscc, Set<ItemClaim> claims) {
    claims.forEach(claim -> writer.add(new Claimed(uscc, claim)));
  }

  /** The file is whole. */
  public void end() {
    writer.end();
  }

  @Override
  public void close() {
    writer.close();
  }

  static String name(int segment) {
    return "claims-%04d".formatted(segment);
  }
}
