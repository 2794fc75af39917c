package innovation.points.ingest.inspect;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.checking.CheckedRow;
import innovation.points.datasets.checking.GoodRow;
import innovation.points.datasets.report.JsonBlock;
import innovation.points.datasets.report.RowsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes what is read of a file while it is checked: all rows into a temporary file, and the good
 * ones of a file of usual size into memory as well, so that its facts are made without reading the
 * rows again.
 */
public final class ReadFileWriter implements CheckedRow.Visitor, AutoCloseable {

  /** Some 20 MB; the form of a thousand enterprises has a tenth of them. */
  private static final int MOST_VALUES = 300_000;

  private final Dataset dataset;
  private final Path file;
  private final RowsWriter lines;
  private final List<AcceptedRow> rows = new ArrayList<>();
  private int values;
  private boolean few = true;
  private boolean ended;

  /**
   * Nothing is read yet.
   *
   * @param dataset whose fields its rows are to have later
   */
  public ReadFileWriter(Dataset dataset) throws IOException {
    this.dataset = dataset;
    this.file = Files.createTempFile("rows-", ".jsonl.gz");
    this.lines = new RowsWriter(Files.newOutputStream(file));
  }

  @Override
  public void row(CheckedRow row) throws IOException {
    lines.row(row);
    if (few && row.accepted()) {
      remember(row.toAccepted());
    }
  }

  @Override
  public void good(GoodRow row) throws IOException {
    lines.good(row);
    if (few) {
      remember(row.toAccepted());
    }
  }

  private void remember(AcceptedRow row) {
    rows.add(row);
    values += row.values().size();
    if (values > MOST_VALUES) {
      few = false;
      rows.clear();
    }
  }

  /** All rows are read: what was read, which is to be closed as well. */
  public ReadFile end() throws IOException {
    lines.close();
    ended = true;
    return new ReadFile(
        dataset,
        Files.size(file),
        Optional.of(file),
        few ? Optional.of(List.copyOf(rows)) : Optional.empty());
  }

  /** Where the rows stand in the file, once this has ended. */
  List<JsonBlock> blocks() {
    return lines.blocks();
  }

  /** Deletes what was not handed over. */
  @Override
  public void close() throws IOException {
    lines.close();
    if (!ended) {
      Files.deleteIfExists(file);
    }
  }
}
