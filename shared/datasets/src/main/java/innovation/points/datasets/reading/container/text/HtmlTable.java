package innovation.points.datasets.reading.container.text;

import innovation.points.datasets.reading.sheet.CellNumbers;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.MergedAreas;
import innovation.points.datasets.reading.sheet.NumberFormat;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import innovation.points.datasets.reading.sheet.StruckOut;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A web page as a spreadsheet shows it: its texts and the rows of its tables, one below the other.
 * Systems save tables so under any name.
 */
public final class HtmlTable implements SheetTable {

  /** A page is read as a whole; a larger one is no form that a department fills in. */
  private static final long LARGEST = 16L << 20;

  private static final int MOST_ROWS = 200_000;
  private static final int MOST_COLUMNS = 16_384;
  private static final int MOST_CELLS = 4_000_000;
  private static final Pattern UNSEEN =
      Pattern.compile("display:none|visibility:(hidden|collapse)|mso-hide:all");

  private static final Pattern LINE_THROUGH =
      Pattern.compile("text-decoration(-line)?:[^;]*line-through");

  private static final Pattern CLASS = Pattern.compile("\\.([\\w-]+)\\s*\\{([^}]*)\\}");
  private static final int DEEPEST = 200;
  private static final int LONGEST_TEXT = 1 << 15;

  private final String encoding;
  private final List<SheetRow> rows = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final MergedAreas merged = new MergedAreas();
  private final BitSet hiddenColumns = new BitSet();
  private final Set<String> hiddenClasses = new HashSet<>();
  private final Set<String> struckClasses = new HashSet<>();
  private int cells;

  private HtmlTable(String encoding) {
    this.encoding = encoding;
  }

  public static HtmlTable open(Path file) throws IOException, FileFault {
    if (Files.size(file) > LARGEST) {
      throw FileFault.tooLarge("这是网页格式的表格，应不超过 16 MiB；请用表格软件打开后另存为 xlsx 再传。");
    }
    TextEncoding encoding = TextEncoding.fitting(file).getFirst();
    String html;
    try (InputStream in = encoding.open(file)) {
      html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    HtmlTable table = new HtmlTable(encoding.title());
    Document page = Jsoup.parse(html);
    table.hide(page);
    flatten(page);
    table.take(page.body(), 0);
    return table;
  }

  @Override
  public Origin origin() {
    return new Origin("html", encoding, null, null, false);
  }

  @Override
  public BitSet hiddenColumns() {
    return hiddenColumns;
  }

  @Override
  public List<Note> notes() {
    return List.copyOf(notes);
  }

  @Override
  public void forEachRow(Visitor visitor) throws IOException {
    MergedAreas.Pass pass = merged.pass();
    for (SheetRow row : rows) {
      if (!visitor.row(pass.spread(row))) {
        return;
      }
    }
  }

  /** Takes what is inside an element, in its order. */
  private void take(Element element, int depth) throws FileFault {
    if (depth > DEEPEST) {
      throw FileFault.unreadable("网页的层次太深，不像表格；请用表格软件打开后另存为 xlsx 再传。");
    }
    StringBuilder text = new StringBuilder();
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode words) {
        text.append(words.text());
      } else if (node instanceof Element child) {
        if (holdsTable(child) || block(child)) {
          text(text.toString());
          text.setLength(0);
          structure(child, depth + 1);
        } else {
          text.append(child.text());
        }
      }
    }
    text(text.toString());
  }

  private void structure(Element element, int depth) throws FileFault {
    switch (element.normalName()) {
      case "tr" -> row(element, depth);
      case "caption" -> text(element.text());
      case "script", "style", "head" -> {}
      default -> take(element, depth);
    }
  }

  private static boolean holdsTable(Element element) {
    return element.normalName().equals("table")
        || element.normalName().equals("tr")
        || element.selectFirst("table") != null;
  }

  private static boolean block(Element element) {
    return element.isBlock()
        || element.normalName().equals("br")
        || element.normalName().equals("script")
        || element.normalName().equals("style");
  }

  private void text(String text) throws FileFault {
    if (!text.isBlank()) {
      add(List.of(new SheetCell.Text(cut(text.strip()))), false, "");
    }
  }

  private static String cut(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }

  private void row(Element tr, int depth) throws FileFault {
    List<Element> nested = new ArrayList<>();
    List<SheetCell> row = new ArrayList<>();
    BitSet struck = new BitSet();
    for (Element cell : tr.children()) {
      if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
        continue;
      }
      if (cell.selectFirst("table") != null) {
        nested.add(cell);
        continue;
      }
      int column = row.size();
      while (taken(column)) {
        column++;
      }
      while (row.size() < column) {
        row.add(SheetCell.Text.EMPTY);
      }
      int across = span(cell, "colspan", MOST_COLUMNS - column);
      int down = span(cell, "rowspan", MOST_ROWS);
      for (Element comment : cell.select("comment")) {
        notes.add(Note.comment(rows.size() + 1, column, comment.text()));
        comment.remove();
      }
      if (struck(cell)) {
        struck.set(column);
      }
      if (hidden(cell)) {
        hiddenColumns.set(column, column + across);
      }
      row.add(cell(cell));
      for (int i = 1; i < across; i++) {
        row.add(SheetCell.Text.EMPTY);
      }
      reserve(column, across, down);
      if (row.size() > MOST_COLUMNS) {
        throw FileFault.unreadable("网页里的表格有一行超过 16384 列；请用表格软件打开后另存为 xlsx 再传。");
      }
    }
    if (!row.isEmpty() || nested.isEmpty()) {
      add(row, hidden(tr), StruckOut.sentence(row, struck));
    }
    for (Element cell : nested) {
      take(cell, depth + 1);
    }
  }

  /** Until which row, from 0 and exclusive, each column is covered from above. */
  private final List<Integer> covered = new ArrayList<>();

  private boolean taken(int column) {
    return column < covered.size() && covered.get(column) > rows.size();
  }

  private void reserve(int column, int across, int down) {
    int top = rows.size();
    if (across > 1 || down > 1) {
      merged.add(top, column, top + down - 1, column + across - 1);
    }
    if (down > 1) {
      while (covered.size() < column + across) {
        covered.add(0);
      }
      for (int i = column; i < column + across; i++) {
        covered.set(i, top + down);
      }
    }
  }

  private static int span(Element cell, String attribute, int most) {
    int span = CellNumbers.whole(cell.attr(attribute).strip());
    return Math.max(1, Math.min(span, most));
  }

  private boolean hidden(Element element) {
    return element.hasAttr("hidden")
        || unseen(element.attr("style"))
        || element.classNames().stream().anyMatch(hiddenClasses::contains);
  }

  private boolean struck(Element cell) {
    return LINE_THROUGH.matcher(cell.attr("style")).find()
        || cell.classNames().stream().anyMatch(struckClasses::contains)
        || cell.selectFirst("s, strike, del") != null;
  }

  /** Puts apart what is raised, and takes what is chosen or filled in where a page is a form. */
  private static void flatten(Document page) {
    for (Element raised : page.select("sup, sub, s, strike, del")) {
      raised.prependText(" ").appendText(" ");
    }
    for (Element input : page.select("input")) {
      if (input.attr("type").matches("(?i)|text|number|date")) {
        input.after(new TextNode(input.attr("value")));
      }
    }
    page.select("select:has(option[selected]) option:not([selected])").remove();
  }

  private static boolean unseen(String style) {
    return UNSEEN.matcher(style.toLowerCase(Locale.ROOT).replace(" ", "")).find();
  }

  /** Columns and classes that the page does not show, and classes that are crossed out. */
  private void hide(Document page) {
    for (Element style : page.select("style")) {
      Matcher rule = CLASS.matcher(style.data());
      while (rule.find()) {
        if (unseen(rule.group(2))) {
          hiddenClasses.add(rule.group(1));
        }
        if (LINE_THROUGH.matcher(rule.group(2)).find()) {
          struckClasses.add(rule.group(1));
        }
      }
    }
    for (Element table : page.select("table")) {
      int column = 0;
      for (Element col : table.select("> col, > colgroup > col, > colgroup[span]:not(:has(col))")) {
        int span = span(col, "span", MOST_COLUMNS - column);
        if (hidden(col)) {
          hiddenColumns.set(column, column + span);
        }
        column += span;
      }
    }
  }

  /** Spreadsheets keep the whole figure beside the rounded one that the page shows. */
  private static SheetCell cell(Element cell) {
    String words = cut(cell.text());
    Optional<Double> shown = CellText.number(CellText.compact(words).replace(",", ""));
    if (shown.isEmpty()) {
      return words.isEmpty() ? SheetCell.Text.EMPTY : new SheetCell.Text(words);
    }
    for (String attribute : List.of("x:num", "sdval", "data-v")) {
      boolean text = attribute.equals("data-v") && !cell.attr("data-t").equals("n");
      Optional<Double> kept =
          text ? Optional.empty() : CellText.number(cell.attr(attribute).strip());
      if (kept.isPresent()) {
        double value = kept.get();
        return CellNumbers.shows(words, value)
            ? new SheetCell.Figure(value)
            : new SheetCell.Formatted(
                value, new NumberFormat(words, NumberFormat.Effect.SCALED, ""));
      }
    }
    return new SheetCell.Text(words);
  }

  private void add(List<SheetCell> row, boolean hidden, String broken) throws FileFault {
    cells += row.size();
    if (rows.size() >= MOST_ROWS || cells > MOST_CELLS) {
      throw FileFault.tooLarge("这是网页格式的表格，行数或单元格太多；请用表格软件打开后另存为 xlsx 再传。");
    }
    rows.add(new SheetRow(rows.size() + 1, row, hidden, broken));
  }
}
