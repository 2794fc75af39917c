package innovation.points.datasets.reading.container.text;

import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import innovation.points.spreadsheet.FormulaGuard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A CSV file (RFC 4180) under one encoding and one separator. A quote that has no partner spoils
 * its own row only: the rows that it would swallow are read by themselves.
 */
public final class CsvTable implements SheetTable {

  private static final int LONGEST_CELL = 1 << 16;
  private static final int MOST_LINES = 500;
  private static final int MOST_COLUMNS = 16_384;
  private static final Pattern TRADITIONAL = Pattern.compile("統一社會信用|企業名稱|營業收入");

  private final Path file;
  private final TextEncoding encoding;
  private final char separator;

  public CsvTable(Path file, TextEncoding encoding, char separator) {
    this.file = file;
    this.encoding = encoding;
    this.separator = separator;
  }

  @Override
  public Origin origin() {
    return new Origin("csv", encoding.title(), separator, null, false);
  }

  public boolean traditional() throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(1 << 12);
    }
    return TRADITIONAL.matcher(new String(head, Charset.forName("Big5"))).find();
  }

  @Override
  public void forEachRow(Visitor visitor) throws IOException, FileFault {
    try (InputStream in = encoding.open(file)) {
      new Pass(new Utf8Lines(in, separator)).run(visitor);
    }
  }

  /** The state of one pass. */
  private final class Pass {
    private final Utf8Lines lines;
    private int row;
    private int width;

    /** A quote was left open, and no row since has shown that cells are where they belong. */
    private boolean doubtful;

    Pass(Utf8Lines lines) {
      this.lines = lines;
    }

    void run(Visitor visitor) throws IOException, FileFault {
      boolean more = true;
      while (more && lines.next()) {
        if (row == 0 && lines.text().toLowerCase(Locale.ROOT).startsWith("sep=")) {
          continue; // a word to the spreadsheet, which does not count it as a row
        }
        row++;
        if (lines.plain() && !doubtful) {
          PlainRow read = lines.row();
          width = bounded(read.cells());
          read.number(row);
          more = visitor.plain(read);
        } else {
          SheetRow read = read(lines.text());
          bounded(read.cells().size());
          more = visitor.row(read);
        }
      }
    }

    private int bounded(int columns) throws FileFault {
      if (columns > MOST_COLUMNS) {
        throw FileFault.unreadable(
            "第 %d 行有 %d 列，表格最多 16384 列；请用表格软件重新另存后再传。".formatted(row, columns));
      }
      return columns;
    }

    private SheetRow read(String line) throws IOException, FileFault {
      if (line.indexOf('"') < 0) {
        return row(CsvRecord.split(line, separator));
      }
      CsvRecord record = new CsvRecord(separator);
      List<String> swallowed = new ArrayList<>();
      CsvRecord.State state = record.add(line);
      while (state == CsvRecord.State.OPEN) {
        boolean none = !lines.next();
        String next = none ? "" : lines.text();
        if (!none) {
          swallowed.add(next);
        }
        boolean another =
            none
                || swallowed.size() > MOST_LINES
                || record.length() > LONGEST_CELL
                || holdsCode(CsvRecord.split(next, separator));
        state = another ? CsvRecord.State.STRAY : record.add(next);
      }
      if (state == CsvRecord.State.COMPLETE) {
        return row(record.cells());
      }
      lines.giveBack(swallowed);
      doubtful = true;
      return new SheetRow(
          row,
          cells(CsvRecord.split(line, separator)),
          false,
          "这一行的引号没有成对，分不清各列的内容，没有采用；请去掉多余的引号后再传。");
    }

    private SheetRow row(List<String> texts) {
      if (doubtful && texts.size() == width && holdsCode(texts)) {
        doubtful = false;
      }
      if (!doubtful) {
        width = texts.size();
      }
      return new SheetRow(
          row, cells(texts), false, doubtful ? "前面一行的引号没有成对，这一行的内容可能错位，没有采用；请去掉多余的引号后再传。" : "");
    }
  }

  private static boolean holdsCode(List<String> texts) {
    return texts.stream().anyMatch(text -> text.length() >= 18 && codeLike(text.strip()));
  }

  /** Eighteen digits and capital letters: a row of every dataset has them. */
  private static boolean codeLike(String text) {
    return text.length() == 18
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
  }

  private static List<SheetCell> cells(List<String> texts) {
    List<SheetCell> cells = new ArrayList<>(texts.size());
    for (String text : texts) {
      cells.add(
          text.isEmpty()
              ? SheetCell.Text.EMPTY
              : new SheetCell.Text(FormulaGuard.restored(plain(text))));
    }
    return cells;
  }

  /** Without the {@code ="…"} by which programs keep spreadsheets from changing a code. */
  private static String plain(String text) {
    boolean formula =
        text.length() > 3
            && text.charAt(0) == '='
            && text.charAt(1) == '"'
            && text.endsWith("\"")
            && text.indexOf('"', 2) == text.length() - 1;
    return formula ? text.substring(2, text.length() - 1) : text;
  }
}
