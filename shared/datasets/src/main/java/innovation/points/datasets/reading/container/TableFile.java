package innovation.points.datasets.reading.container;

import innovation.points.datasets.problem.FileSize;
import innovation.points.datasets.reading.container.text.CsvTable;
import innovation.points.datasets.reading.container.text.HtmlTable;
import innovation.points.datasets.reading.container.text.TextEncoding;
import innovation.points.datasets.reading.container.workbook.OdsBook;
import innovation.points.datasets.reading.container.workbook.XlsBook;
import innovation.points.datasets.reading.container.workbook.XlsxBook;
import innovation.points.datasets.reading.container.workbook.ZipGuard;
import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.KeptTable;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file is, by its content: names lie.
 *
 * @param tables that may be meant, the likeliest first: the visible sheets of a workbook, the
 *     tables of a page, or a text under each encoding and separator that fits
 * @param alternatives whether the tables are one text read in several ways, of which one is right
 * @param hiddenSheets the names of sheets that are not looked at
 */
public record TableFile(List<SheetTable> tables, boolean alternatives, List<String> hiddenSheets) {

  private static final char[] SEPARATORS = {',', ';', '\t', '|', '，'};
  private static final int HEAD = 1 << 16;

  public TableFile {
    tables = List.copyOf(tables);
    hiddenSheets = List.copyOf(hiddenSheets);
  }

  /** Finds out what the file is. */
  public static TableFile open(Path file) throws IOException, FileFault {
    long size = Files.size(file);
    if (size > FileSize.LARGEST) {
      throw FileFault.tooLarge(FileSize.exceeded(size));
    }
    if (size == 0) {
      throw FileFault.empty("文件是空的，一个字节也没有。");
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (ForeignFile.starts(head, "PK\003\004") || ForeignFile.starts(head, "PK\005\006")) {
      ZipGuard.check(file, size);
      if (OdsBook.is(file)) {
        OdsBook book = OdsBook.open(file);
        return new TableFile(kept(book.tables()), false, book.hiddenSheets());
      }
      XlsxBook book = XlsxBook.open(file);
      return new TableFile(book.tables(), false, book.hiddenSheets());
    }
    if (ForeignFile.starts(head, "\u00D0\u00CF\u0011\u00E0")) {
      XlsBook book = XlsBook.open(file);
      return new TableFile(kept(book.tables()), false, book.hiddenSheets());
    }
    Optional<String> foreign = ForeignFile.ofBytes(head);
    if (foreign.isPresent()) {
      throw FileFault.unreadable(foreign.get());
    }
    if (HtmlMarkup.isTable(head)) {
      return new TableFile(List.of(HtmlTable.open(file)), false, List.of());
    }
    return new TableFile(texts(file), true, List.of());
  }

  private static List<SheetTable> kept(List<SheetTable> tables) {
    return tables.stream().<SheetTable>map(KeptTable::new).toList();
  }

  /** Whether the file is a text in Big5, which is good GB18030 as a rule, but makes no sense. */
  public boolean traditional() throws IOException {
    return alternatives && tables.getFirst() instanceof CsvTable csv && csv.traditional();
  }

  private static List<SheetTable> texts(Path file) throws IOException, FileFault {
    List<SheetTable> tables = new ArrayList<>();
    for (TextEncoding encoding : TextEncoding.fitting(file)) {
      for (char separator : SEPARATORS) {
        tables.add(new CsvTable(file, encoding, separator));
      }
    }
    return tables;
  }
}
