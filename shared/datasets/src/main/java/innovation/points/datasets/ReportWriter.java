package innovation.points.datasets;

import java.io.IOException;
import java.io.OutputStream;

/** Writes what was found in a file, complete however long it is. */
@SuppressWarnings("DoNotCallSuggester") // signatures first, so that others can build on them
public final class ReportWriter {

  /** The same file as CSV (UTF-8 with BOM), with 校验结果 and 问题说明 after its own columns. */
  public void csv(CheckedFile file, OutputStream out) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** The same file as XLSX, bad cells marked, and a second sheet with the bad rows alone. */
  public void xlsx(CheckedFile file, OutputStream out) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** All problems as JSON. */
  public void json(CheckedFile file, OutputStream out) throws IOException {
    throw new UnsupportedOperationException();
  }
}
