package innovation.points.datasets;

import java.io.IOException;
import java.io.OutputStream;

/** Empty files to fill in, made from the catalogue. */
@SuppressWarnings("DoNotCallSuggester") // signatures first, so that others can build on them
public final class Templates {

  /** A workbook with notes, drop-down lists and checked cells. */
  public void xlsx(Dataset dataset, OutputStream out) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** The header row alone (UTF-8 with BOM). */
  public void csv(Dataset dataset, OutputStream out) throws IOException {
    throw new UnsupportedOperationException();
  }
}
