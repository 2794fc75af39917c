package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.FileFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Holds a zip to its limits. What its directory says of sizes is checked before anything is read,
 * and no entry gives more than that says.
 */
public final class ZipGuard {

  private static final long LARGEST = 1L << 30;
  private static final long RATIO = 100;
  private static final int MOST_ENTRIES = 10_000;

  private ZipGuard() {}

  public static void check(Path file, long size) throws IOException, FileFault {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw FileFault.tooLarge("压缩包里应不超过 %d 个文件，这里有 %d 个。".formatted(MOST_ENTRIES, zip.size()));
      }
      long inflated = 0;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        inflated += entries.nextElement().getSize();
        refuse(inflated, size);
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  private static void refuse(long inflated, long size) throws FileFault {
    if (inflated > LARGEST) {
      throw FileFault.tooLarge("文件解压后应不超过 1 GiB，这里超过了；请拆成几个文件上传。");
    }
    if (inflated > size * RATIO) {
      throw FileFault.tooLarge("文件解压后应不超过原来的 100 倍，这里超过了；请删去多余的空行空列后另存再传。");
    }
  }

  /** The content of an entry; damaged where it is longer than the directory says. */
  static InputStream open(ZipFile zip, ZipEntry entry) throws IOException {
    return new Bounded(zip.getInputStream(entry), entry.getSize());
  }

  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long size) {
      super(in);
      left = size;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws ZipException {
      left -= read;
      if (left < 0) {
        throw new ZipException(
            "expected an entry of the size in the directory, found a longer one");
      }
    }
  }

  static FileFault damaged() {
    return FileFault.unreadable("xlsx 文件已损坏，打不开；请用表格软件重新另存后再传。");
  }
}
