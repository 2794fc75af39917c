package innovation.points.recompute.segment;

import innovation.points.recompute.workspace.Records;
import innovation.points.store.publication.RankingEntry.Place;
import innovation.points.store.scores.Explanations;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.facts.FileNames;
import java.util.List;

/**
 * Some enterprises of a segment, in files of the workspace: {@code rows}, those that rank first in
 * the order of the ranking, then the others; {@code entries}, what the ranking needs of those that
 * rank; {@code roster}, the codes of all in the order of the table; later {@code ranks}, and {@code
 * moves}.
 *
 * @param segment from 0
 * @param number in its segment, from 0
 * @param rows how many enterprises
 * @param ranked how many of them rank
 */
public record SortedRun(int segment, int number, int rows, int ranked) {

  /** Rows to write; to be read, they need the files that their facts came from. */
  static final Records<ScoreRow> ROWS =
      new Records<>(
          ScoreRow::write,
          _ -> {
            throw new UnsupportedOperationException("rows are read with their files");
          });

  /** Rows whose facts came from these files. */
  static Records<ScoreRow> rows(FileNames files, Explanations explanations) {
    return new Records<>(ScoreRow::write, in -> ScoreRow.read(in, files, explanations::detail));
  }

  public static final Records<String> CODES =
      new Records<>((uscc, out) -> out.writeUTF(uscc), in -> in.readUTF());

  /** The places of those that rank, in the order of {@code entries}. */
  public static final Records<Place> RANKS =
      new Records<>(
          (place, out) -> {
            RankedRow.write(place, out);
          },
          RankedRow::place);

  public String file(String kind) {
    return "%s-%04d-%04d".formatted(kind, segment, number);
  }

  public static List<String> files(List<SortedRun> runs, String kind) {
    return runs.stream().map(run -> run.file(kind)).toList();
  }
}
