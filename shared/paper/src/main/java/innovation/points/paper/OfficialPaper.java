package innovation.points.paper;

import innovation.points.paper.PaperPart.Table;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An official paper: one model, as PDF and as DOCX, both by GB/T 9704-2012. The same paper gives
 * the same bytes.
 *
 * @param layout one of the official ones
 * @param title of the file
 * @param subject what it is about
 * @param footer of all pages
 * @param at when what it says was made
 */
public record OfficialPaper(
    PageLayout layout,
    String title,
    String subject,
    String footer,
    ZonedDateTime at,
    List<PaperPart> blocks) {

  /** 二号, 三号, 五号 in tables, and what is from line to line, in points. */
  static final float TITLE = 22;

  static final float BODY = 16;
  static final float CELL = 10.5f;
  static final float LEADING = 28.95f;
  static final float CELL_LEADING = 1.5f * CELL;

  static final float TITLE_LEADING = 35;

  /** Characters by which the first line of a paragraph is indented. */
  static final int INDENT = 2;

  public OfficialPaper {
    blocks = List.copyOf(blocks);
  }

  /** As an Office Open XML document. */
  public byte[] docx() {
    return new DocxFile(this).bytes();
  }

  /** As a PDF file. */
  public byte[] pdf() {
    try {
      return new PdfFile(layout, title, subject, "", footer, at).of(this::write);
    } catch (IOException e) {
      throw new IllegalStateException("a PDF is written into memory", e);
    }
  }

  /** Whether who issues or signs the paper comes next, with nothing but empty lines between. */
  boolean isLastBeforeEnd(int block) {
    return linesOfEndAfter(block) > 0;
  }

  /** The lines from a block to the last of who issues or signs; 0 where something is between. */
  private int linesOfEndAfter(int block) {
    for (int next = block + 1; next < blocks.size(); next++) {
      switch (blocks.get(next)) {
        case PaperPart.Issued issued -> {
          return next - block - 1 + issued.lines().size();
        }
        case PaperPart.ToSign _ -> {
          return next - block;
        }
        case PaperPart.Space() -> {}
        default -> {
          return 0;
        }
      }
    }
    return 0;
  }

  private void write(Paper paper) throws IOException {
    for (int i = 0; i < blocks.size(); i++) {
      float after = linesOfEndAfter(i) * LEADING;
      switch (blocks.get(i)) {
        case PaperPart.Title(String text) -> title(paper, text);
        case PaperPart.Centred(String text) -> {
          centred(paper, text, BODY, LEADING, false);
          paper.skip(LEADING / 2);
        }
        case PaperPart.Heading(String text) -> heading(paper, text);
        case PaperPart.Text(String text) ->
            paper.justified(text, BODY, INDENT * BODY, LEADING, after);
        case PaperPart.Plain(String text) -> paper.justified(text, BODY, 0, LEADING, after);
        case PaperPart.Note(String text) -> paper.justified(text, CELL, 0, CELL_LEADING, after);
        case PaperPart.Space() -> paper.skip(LEADING);
        case PaperPart.Issued issued -> issued(paper, issued);
        case PaperPart.ToSign(String places) ->
            paper.justified(places, BODY, INDENT * BODY, LEADING, 0);
        case Table table -> grid(table).draw(paper, after);
        case PaperPart.NewPage() -> paper.turn();
      }
    }
  }

  private static void title(Paper paper, String text) throws IOException {
    for (String part : text.lines().toList()) {
      for (String line : paper.lines(part, paper.layout().width(), TITLE)) {
        centred(paper, line, TITLE, TITLE_LEADING, true);
      }
    }
    paper.skip(LEADING / 2);
  }

  private static void centred(Paper paper, String text, float size, float leading, boolean bold)
      throws IOException {
    paper.need(leading);
    float middle = paper.layout().left() + paper.layout().width() / 2;
    paper.textCentred(text, middle, paper.y(), size, Ink.TEXT, bold);
    paper.skip(leading);
  }

  /** Kept with what follows it. */
  private static void heading(Paper paper, String text) throws IOException {
    paper.need(3 * LEADING);
    paper.text(text, paper.layout().left() + INDENT * BODY, paper.y(), BODY, Ink.TEXT, true);
    paper.skip(LEADING);
  }

  private static void issued(Paper paper, PaperPart.Issued issued) throws IOException {
    List<String> lines = issued.lines();
    paper.need(lines.size() * LEADING);
    for (String line : lines) {
      float right = paper.layout().right() - (float) issued.before(line) * BODY;
      paper.textRight(line, right, paper.y(), BODY, Ink.TEXT, false);
      paper.skip(LEADING);
    }
  }

  private static Grid grid(Table table) {
    List<Grid.Column<List<String>>> columns =
        IntStream.range(0, table.columns().size())
            .mapToObj(
                i ->
                    new Grid.Column<List<String>>(
                        table.columns().get(i).title(),
                        table.columns().get(i).width(),
                        table.columns().get(i).number(),
                        row -> row.get(i)))
            .toList();
    return Grid.ruled(table.caption(), table.rows(), columns);
  }
}
