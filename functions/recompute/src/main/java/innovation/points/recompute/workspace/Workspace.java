package innovation.points.recompute.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Where the steps of a run leave what later steps go on with, whether they run one after the other
 * in one process or each on a machine of its own. Names are flat. Thread-safe.
 */
public interface Workspace {

  /**
   * A new file, in place of one of that name; there for readers once it is closed. A step that
   * fails may leave part of a file: it is done again before another step reads it.
   */
  OutputStream create(String name) throws IOException;

  /** A file from its beginning. */
  InputStream open(String name) throws IOException;
}
