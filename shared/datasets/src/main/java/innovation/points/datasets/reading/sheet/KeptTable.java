package innovation.points.datasets.reading.sheet;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is read once, up to what may be wrong with it. Not thread-safe. */
public final class KeptTable implements SheetTable {

  private final SheetTable source;
  private @Nullable KeptRows rows;
  private @Nullable FileFault fault;

  public KeptTable(SheetTable source) {
    this.source = source;
  }

  @Override
  public Origin origin() {
    return source.origin();
  }

  @Override
  public BitSet hiddenColumns() {
    return source.hiddenColumns();
  }

  @Override
  public List<Note> notes() {
    return source.notes();
  }

  @Override
  public void forEachRow(Visitor visitor) throws IOException, FileFault {
    KeptRows kept = rows == null ? read() : rows;
    rows = kept;
    if (kept.forEachRow(visitor) && fault != null) {
      throw fault;
    }
  }

  private KeptRows read() throws IOException {
    var read = new KeptRows();
    try {
      source.forEachRow(read);
    } catch (FileFault e) {
      fault = e;
    }
    return read;
  }
}
