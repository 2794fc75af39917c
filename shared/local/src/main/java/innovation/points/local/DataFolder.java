package innovation.points.local;

import innovation.points.store.scores.ScoresTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that outlives the stack: of one process at a time, and of builds that write the same
 * form.
 */
final class DataFolder implements AutoCloseable {

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Locks a folder, and makes it where there is none.
   *
   * @throws IllegalStateException in Chinese, where another process uses it or another build has
   *     filled it
   */
  static DataFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        if (tryLock(channel) == null) {
          throw new IllegalStateException("目录 %s 正被另一个本地服务使用".formatted(folder));
        }
        checkForm(folder);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
      return new DataFolder(folder, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkForm(Path folder) throws IOException {
    Path file = folder.resolve("form");
    if (!Files.exists(folder.resolve("tables"))) {
      Files.writeString(file, ScoresTable.FORM);
      return;
    }
    String form = Files.exists(file) ? Files.readString(file).strip() : "无";
    if (!form.equals(ScoresTable.FORM)) {
      throw new IllegalStateException(
          "目录 %s 中的数据由另一版本的程序写成（数据格式应为 %s，实为 %s）：请用原来的版本打开，或把 LOCAL_DATA 改为一个空目录"
              .formatted(folder, ScoresTable.FORM, form));
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
