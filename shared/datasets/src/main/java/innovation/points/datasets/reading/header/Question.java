package innovation.points.datasets.reading.header;

import java.util.List;

/**
 * What is looked for in a file.
 *
 * @param matcher of the dataset
 * @param year of the file's key
 * @param filename of the file's key: it may name a unit or a year
 */
public record Question(HeaderMatcher matcher, int year, String filename) {

  TableContext context(List<TableContext.Title> titles, String sheet) {
    return TableContext.of(titles, sheet, filename, matcher, year);
  }

  /** The header of a table as that of this question's dataset. */
  public Header reread(Sheet sheet) {
    return header(sheet.block(), sheet.context());
  }

  Header header(HeaderBlock block, TableContext context) {
    return new HeaderBuilder(matcher, block, context, year).build();
  }
}
