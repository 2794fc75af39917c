package innovation.points.recompute.workspace;

import innovation.points.store.table.StoredJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Small files of a workspace: one JSON document each. */
public final class RunDocuments {

  private RunDocuments() {}

  public static void write(Workspace workspace, String name, Object document) {
    try (OutputStream out = workspace.create(name)) {
      StoredJson.write(out, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> T read(Workspace workspace, String name, Class<T> type) {
    try (InputStream in = workspace.open(name)) {
      return StoredJson.read(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
