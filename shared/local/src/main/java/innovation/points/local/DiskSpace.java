package innovation.points.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * Whether the disk of the data folder has room for what somebody wants to write. A reserve is left
 * for work under way: the tables' engine does not survive a disk that is full to the last byte.
 */
final class DiskSpace implements LongFunction<Optional<String>> {
  private static final int MIB = 1 << 20;
  private static final long RESERVE = 64L * MIB;

  private final Path folder;
  private final LongSupplier usable;

  /**
   * Watches a disk.
   *
   * @param usable the bytes that are left
   */
  DiskSpace(Path folder, LongSupplier usable) {
    this.folder = folder;
    this.usable = usable;
  }

  static long usable(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sentence for who wants to write so many bytes; empty where there is room for them. */
  @Override
  public Optional<String> apply(long bytes) {
    long left = usable.getAsLong();
    return left - bytes >= RESERVE
        ? Optional.empty()
        : Optional.of(
            "数据目录 %s 所在磁盘应有 %d MB 可用空间（本次写入的内容和 %d MB 余量），实有 %d MB，未写入：请清理磁盘后重试，或用 LOCAL_DATA 另选目录重新启动"
                .formatted(folder, Math.ceilDiv(RESERVE + bytes, MIB), RESERVE / MIB, left / MIB));
  }
}
