package innovation.points.paper;

import innovation.points.paper.PaperPart.Table;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An official paper: one model, as PDF and as DOCX. The same paper gives the same bytes.
 *
 * @param title of the file
 * @param subject what it is about
 * @param footer of all pages
 * @param at when what it says was made
 */
public record OfficialPaper(
    String title, String subject, String footer, ZonedDateTime at, List<PaperPart> blocks) {

  private static final float TITLE = 19;
  private static final float BODY = 11.5f;
  private static final float LEADING = 1.9f;

  /** Two characters wide, as the first line of a paragraph is indented. */
  private static final String INDENT = "　　";

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
      return new PdfFile(title, subject, "", footer, at).of(this::write);
    } catch (IOException e) {
      throw new IllegalStateException("a PDF is written into memory", e);
    }
  }

  private void write(Paper paper) throws IOException {
    paper.skip(TITLE);
    for (PaperPart block : blocks) {
      switch (block) {
        case PaperPart.Title(String text) -> title(paper, text);
        case PaperPart.Centred(String text) -> centred(paper, text, BODY, false);
        case PaperPart.Heading(String text) -> heading(paper, text);
        case PaperPart.Text(String text) -> paper.paragraph(INDENT + text, BODY, Ink.TEXT);
        case PaperPart.Plain(String text) -> paper.paragraph(text, BODY, Ink.TEXT);
        case PaperPart.Signed(String text) -> signed(paper, text);
        case Table table -> grid(table).draw(paper);
        case PaperPart.NewPage() -> paper.turn();
      }
    }
  }

  private static void title(Paper paper, String text) throws IOException {
    for (String line : paper.lines(text, Paper.WIDTH, TITLE)) {
      centred(paper, line, TITLE, true);
    }
    paper.skip(BODY);
  }

  private static void centred(Paper paper, String text, float size, boolean bold)
      throws IOException {
    paper.need(size * LEADING);
    paper.textCentred(text, Paper.LEFT + Paper.WIDTH / 2, paper.y(), size, Ink.TEXT, bold);
    paper.skip(size * LEADING);
  }

  private static void heading(Paper paper, String text) throws IOException {
    paper.need(4 * BODY * LEADING);
    paper.skip(BODY / 2);
    paper.text(text, Paper.LEFT, paper.y(), BODY + 1, Ink.TEXT, true);
    paper.skip(BODY * LEADING);
  }

  private static void signed(Paper paper, String text) throws IOException {
    paper.need(BODY * LEADING);
    paper.textRight(text, Paper.RIGHT - 2 * BODY, paper.y(), BODY, Ink.TEXT, false);
    paper.skip(BODY * LEADING);
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
    return Grid.of(table.caption(), table.rows(), columns);
  }
}
