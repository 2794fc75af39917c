package innovation.points.recompute;

import innovation.points.store.scores.Changes.Kind;
import innovation.points.store.scores.Changes.Move;
import innovation.points.store.scores.Manifest.Capacity;
import innovation.points.store.scores.RunLists;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What writing a segment, and comparing it with what is published, has come to; a document of the
 * workspace.
 *
 * @param counts moves by kind
 * @param capacity what it consumed
 */
record SegmentMoves(Map<Kind, Integer> counts, Capacity capacity) {

  /** The moves one by one, in {@link Comparison#ORDER}. */
  static final Records<Move> MOVES =
      new Records<>(
          (move, out) -> {
            byte[] json = RunLists.CHANGES.write(move).getBytes(StandardCharsets.UTF_8);
            out.writeInt(json.length);
            out.write(json);
          },
          in -> {
            var json = new byte[in.readInt()];
            in.readFully(json);
            return RunLists.CHANGES.read(new String(json, StandardCharsets.UTF_8));
          });

  static String name(int segment) {
    return "written-%04d".formatted(segment);
  }
}
