package innovation.points.recompute.segment;

import innovation.points.recompute.workspace.Records;
import innovation.points.store.run.Manifest.Capacity;
import innovation.points.store.run.Manifest.Rewards;
import innovation.points.store.run.RunChanges;
import innovation.points.store.run.RunChanges.Kind;
import innovation.points.store.run.RunChanges.Move;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What writing a segment, and comparing it with what is published, has come to; a document of the
 * workspace.
 *
 * @param counts moves by kind
 * @param rewards what those of its enterprises come to
 * @param capacity what it consumed
 */
public record SegmentMoves(Map<Kind, Integer> counts, Rewards rewards, Capacity capacity) {

  /** The moves one by one, in {@link Comparison#ORDER}. */
  public static final Records<Move> MOVES =
      new Records<>(
          (move, out) -> {
            byte[] json = RunChanges.MOVES.write(move).getBytes(StandardCharsets.UTF_8);
            out.writeInt(json.length);
            out.write(json);
          },
          in -> {
            var json = new byte[in.readInt()];
            in.readFully(json);
            return RunChanges.MOVES.read(new String(json, StandardCharsets.UTF_8));
          });

  public static String name(int segment) {
    return "written-%04d".formatted(segment);
  }
}
