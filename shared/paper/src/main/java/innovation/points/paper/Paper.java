package innovation.points.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * A4 pages filled from top to bottom. Lengths are in points; heights are measured downwards from
 * the top of the page, and {@link #y} is where the next element begins.
 */
public final class Paper {

  /** Of {@link PageLayout#PLAIN}. */
  public static final float LEFT = PageLayout.PLAIN.left();

  public static final float RIGHT = PageLayout.PLAIN.right();
  public static final float WIDTH = PageLayout.PLAIN.width();
  public static final float BODY = 10.5f;

  private static final float MARGIN_TEXT = 8.5f;
  private static final float NUMBER = 10.5f;
  private static final float LEADING = 1.62f;

  /** The distance from the top of a line to the baseline, relative to the size. */
  private static final float ASCENT = 1.13f;

  private static final float BOLD = 0.03f;

  private final PDDocument document;
  private final PageLayout layout;
  private final Typeface typeface;
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private PDPage page;
  private PDPageContentStream out;
  private float y;

  /** The first page of a document. */
  Paper(PDDocument document, PageLayout layout) throws IOException {
    this.document = document;
    this.layout = layout;
    this.y = layout.top();
    this.typeface = new Typeface(document);
    document.getDocumentCatalog().setDocumentOutline(outline);
    this.page = added();
    this.out = new PDPageContentStream(document, page);
  }

  private PDPage added() {
    var next = new PDPage(new PDRectangle(layout.pageWidth(), layout.pageHeight()));
    document.addPage(next);
    return next;
  }

  /** What its pages are. */
  PageLayout layout() {
    return layout;
  }

  /** Where the next element begins. */
  public float y() {
    return y;
  }

  /** Leaves a height free. */
  public void skip(float height) {
    y += height;
  }

  /** Begins a new page unless the given height is left. */
  public void need(float height) throws IOException {
    if (y + height > layout.bottom()) {
      turn();
    }
  }

  /** Begins a new page. */
  public void turn() throws IOException {
    out.close();
    page = added();
    out = new PDPageContentStream(document, page);
    y = layout.top();
  }

  /** Whether a height is left on the page. */
  public boolean fits(float height) {
    return y + height <= layout.bottom();
  }

  /** Adds a bookmark for the current position. */
  private void bookmark(String title) {
    var target = new PDPageXYZDestination();
    target.setPage(page);
    target.setTop(Math.round(flipped(y)));
    var item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(target);
    outline.addLast(item);
    outline.openNode();
  }

  /** A chapter with its sentences; the title is kept with the first of them. */
  public void chapter(String title, List<String> text) throws IOException {
    need(90);
    skip(8);
    bookmark(title);
    box(LEFT, y + 3, 4, 17, Ink.ACCENT);
    text(title, LEFT + 12, y, 14, Ink.TEXT, true);
    skip(30);
    for (String sentence : text) {
      paragraph(sentence, BODY, Ink.TEXT);
    }
    skip(8);
  }

  /** A paragraph, without widows and orphans. */
  public void paragraph(String text, float size, Color colour) throws IOException {
    List<String> lines = lines(text, layout.width(), size);
    for (int i = 0; i < lines.size(); i++) {
      need(together(i, lines.size() - i) * size * LEADING);
      text(lines.get(i), layout.left(), y, size, colour, false);
      y += size * LEADING;
    }
    y += size * 0.35f;
  }

  /**
   * A paragraph as official papers have it: its lines fill the width, but for the last one.
   *
   * @param indent of its first line
   * @param leading from line to line
   * @param after a height that is to follow on the same page as its last two lines
   */
  void justified(String text, float size, float indent, float leading, float after)
      throws IOException {
    List<String> lines =
        Lines.of(
            typeface.shown(text), indent, layout.width(), piece -> typeface.width(piece, size));
    for (int i = 0; i < lines.size(); i++) {
      int left = lines.size() - i;
      need(together(i, left) * leading + (left <= 2 ? after : 0));
      float from = i == 0 ? indent : 0;
      String line = lines.get(i);
      float slack = layout.width() - from - width(line, size);
      // More than two characters are missing only where something could not be broken.
      spread(left == 1 || slack > 2 * size ? 0 : slack / Math.max(1, line.length() - 1));
      text(line, layout.left() + from, y, size, Ink.TEXT, false);
      spread(0);
      y += leading;
    }
  }

  private void spread(float spacing) throws IOException {
    out.setCharacterSpacing(spacing);
  }

  /** The number of lines, from a line on, that must stay on one page. */
  private static int together(int line, int left) {
    if (line == 0) {
      return left == 3 ? left : Math.min(left, 2);
    }
    return left == 2 ? left : 1;
  }

  /** The lines of a text that is as wide as said. */
  public List<String> lines(String text, float width, float size) {
    return Lines.of(typeface.shown(text), width, piece -> typeface.width(piece, size));
  }

  /** One line of text with its top left corner at a position. */
  public void text(String text, float x, float top, float size, Color colour, boolean bold)
      throws IOException {
    write(out, text, x, top, size, colour, bold);
  }

  /** The same that ends at a position. */
  public void textRight(String text, float right, float top, float size, Color colour, boolean bold)
      throws IOException {
    text(text, right - width(text, size), top, size, colour, bold);
  }

  /** The same in the middle of a position. */
  public void textCentred(
      String text, float middle, float top, float size, Color colour, boolean bold)
      throws IOException {
    text(text, middle - width(text, size) / 2, top, size, colour, bold);
  }

  /** The width of a text. */
  public float width(String text, float size) {
    return typeface.width(typeface.shown(text), size);
  }

  private void write(
      PDPageContentStream to,
      String text,
      float x,
      float top,
      float size,
      Color colour,
      boolean bold)
      throws IOException {
    to.beginText();
    to.setFont(typeface.font(), size);
    to.setNonStrokingColor(colour);
    to.setStrokingColor(colour);
    to.setLineWidth(size * BOLD);
    to.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    to.newLineAtOffset(x, flipped(top + size * ASCENT));
    to.showText(typeface.shown(text));
    to.endText();
  }

  /** A filled rectangle. */
  public void box(float x, float top, float width, float height, Color colour) throws IOException {
    out.setNonStrokingColor(colour);
    out.addRect(x, flipped(top + height), width, height);
    out.fill();
  }

  /** A rectangle of dashes. */
  public void dashedBox(float x, float top, float width, float height, Color colour)
      throws IOException {
    out.setStrokingColor(colour);
    out.setLineWidth(1);
    out.setLineDashPattern(new float[] {4, 3}, 0);
    out.addRect(x, flipped(top + height), width, height);
    out.stroke();
    out.setLineDashPattern(new float[0], 0);
  }

  /** A line. */
  public void line(float fromX, float fromY, float toX, float toY, float thickness, Color colour)
      throws IOException {
    out.setStrokingColor(colour);
    out.setLineWidth(thickness);
    out.moveTo(fromX, flipped(fromY));
    out.lineTo(toX, flipped(toY));
    out.stroke();
  }

  /** A square on its tip. */
  public void diamond(float x, float middle, float radius, Color fill, Color edge)
      throws IOException {
    out.setNonStrokingColor(fill);
    out.setStrokingColor(edge);
    out.setLineWidth(1.2f);
    out.moveTo(x - radius, flipped(middle));
    out.lineTo(x, flipped(middle - radius));
    out.lineTo(x + radius, flipped(middle));
    out.lineTo(x, flipped(middle + radius));
    out.closeAndFillAndStroke();
  }

  private float flipped(float fromTop) {
    return layout.pageHeight() - fromTop;
  }

  /**
   * A QR code, black on what is there.
   *
   * @param side of the square
   */
  public void code(String text, float x, float top, float side) throws IOException {
    BitMatrix modules;
    try {
      modules =
          new QRCodeWriter()
              .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
    } catch (WriterException e) {
      throw new IllegalArgumentException("expected a text that fits into a QR code", e);
    }
    float unit = side / modules.getWidth();
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int from = 0; from < modules.getWidth(); from++) {
        int to = from;
        while (to < modules.getWidth() && modules.get(to, row)) {
          to++;
        }
        if (to > from) {
          // A hair wider, so that viewers leave no gaps between the modules.
          box(
              x + from * unit,
              top + row * unit,
              (to - from) * unit + 0.05f,
              unit + 0.05f,
              Color.BLACK);
          from = to;
        }
      }
    }
  }

  /** Writes what stands in the margins of every page, and ends the last one. */
  void finish(String header, String footer) throws IOException {
    out.close();
    int pages = document.getNumberOfPages();
    for (int number = 1; number <= pages; number++) {
      PDPage one = document.getPage(number - 1);
      try (var margin = new PDPageContentStream(document, one, AppendMode.APPEND, true, true)) {
        switch (layout) {
          case PLAIN -> {
            if (number > 1) {
              marginal(margin, header, LEFT, layout.top() - 30);
            }
            String place = "第 %d 页，共 %d 页".formatted(number, pages);
            marginal(margin, footer, LEFT, layout.bottom() + 18);
            marginal(margin, place, RIGHT - width(place, MARGIN_TEXT), layout.bottom() + 18);
          }
          case SINGLE -> marginal(margin, footer, LEFT, layout.bottom() + 18);
          case OFFICIAL, OFFICIAL_WIDE -> {
            String place = PageLayout.numbered(footer, number);
            float middle = (layout.left() + layout.right() - width(place, NUMBER)) / 2;
            write(margin, place, middle, layout.bottom() + 24, NUMBER, Ink.TEXT, false);
          }
        }
      }
    }
  }

  private void marginal(PDPageContentStream to, String text, float x, float top)
      throws IOException {
    write(to, text, x, top, MARGIN_TEXT, Ink.MUTED, false);
  }
}
