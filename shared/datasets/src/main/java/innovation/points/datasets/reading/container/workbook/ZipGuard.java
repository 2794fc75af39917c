package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.FileFault;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Inflates every entry of a zip once, keeping nothing, and counts: what the directory says of sizes
 * is not believed. Says which entries speak of merged cells, so that only those are read for them.
 */
public final class ZipGuard {

  private static final long LARGEST = 1L << 30;
  private static final long RATIO = 100;
  private static final int MOST_ENTRIES = 10_000;

  private ZipGuard() {}

  public static Set<String> check(Path file, long size) throws IOException, FileFault {
    Set<String> merging = new HashSet<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw FileFault.tooLarge("压缩包里应不超过 %d 个文件，这里有 %d 个。".formatted(MOST_ENTRIES, zip.size()));
      }
      long inflated = 0;
      byte[] buffer = new byte[1 << 16];
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        MarkSearch mark = new MarkSearch();
        try (InputStream in = zip.getInputStream(entry)) {
          for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            inflated += read;
            refuse(inflated, size);
            mark.look(buffer, read);
          }
        }
        if (mark.found()) {
          merging.add(entry.getName());
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw damaged();
    }
    return merging;
  }

  /** Looks for the word mergeCell, which stands behind the rows of a sheet. */
  private static final class MarkSearch {
    private static final byte[] WORD = "mergeCell".getBytes(StandardCharsets.US_ASCII);

    private int matched;
    private boolean found;

    void look(byte[] buffer, int length) {
      for (int i = 0; i < length && !found; i++) {
        matched = buffer[i] == WORD[matched] ? matched + 1 : buffer[i] == WORD[0] ? 1 : 0;
        found = matched == WORD.length;
      }
    }

    boolean found() {
      return found;
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

  static FileFault damaged() {
    return FileFault.unreadable("xlsx 文件已损坏，打不开；请用表格软件重新另存后再传。");
  }
}
