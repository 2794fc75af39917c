package innovation.points.acceptance.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where the glyphs of a printed page stand, and what is wrong with that. */
final class PrintedGlyphs {

  /** No printer prints closer to the edge, in points. */
  private static final double EDGE = 25;

  /** Lines whose baselines are closer than this share of their type lie on each other. */
  private static final double LINE = 0.45;

  /** Glyphs that share more of the narrower one's width stand on each other; kerning is less. */
  private static final double WIDTH = 0.45;

  private static final String MARKS = "，。；：、！？（）〔〕《》“”";

  /** A glyph; x from the left, y the baseline from the top, in points. */
  private record Glyph(String text, double x, double y, double width, double size) {

    boolean covers(Glyph other) {
      if (isMark() && other.isMark()) {
        return false;
      }
      double shared = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
      return shared > WIDTH * Math.min(width, other.width)
          && Math.abs(y - other.y) < LINE * Math.min(size, other.size);
    }

    /** Half of a full-width mark is white: browsers set one into the other. */
    boolean isMark() {
      return MARKS.contains(text);
    }
  }

  private PrintedGlyphs() {}

  /** Glyphs that stand on others or beyond the edge, with their page and place. */
  static List<String> faults(Path file) throws IOException {
    var faults = new ArrayList<String>();
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        var box = document.getPage(page - 1).getMediaBox();
        List<Glyph> glyphs = glyphs(document, page);
        for (int i = 0; i < glyphs.size(); i++) {
          Glyph glyph = glyphs.get(i);
          if (glyph.x < EDGE
              || glyph.x + glyph.width > box.getWidth() - EDGE
              || glyph.y < EDGE
              || glyph.y > box.getHeight() - EDGE) {
            faults.add(
                "page %d: %s is cut at %.0f, %.0f".formatted(page, glyph.text, glyph.x, glyph.y));
          }
          for (Glyph other : glyphs.subList(i + 1, glyphs.size())) {
            if (glyph.covers(other)) {
              faults.add(
                  "page %d: %s stands on %s at %.0f, %.0f"
                      .formatted(page, other.text, glyph.text, glyph.x, glyph.y));
            }
          }
        }
      }
    }
    return faults;
  }

  private static List<Glyph> glyphs(PDDocument document, int page) throws IOException {
    var glyphs = new ArrayList<Glyph>();
    var stripper =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition at) {
            if (!at.getUnicode().isBlank() && at.getDir() == 0) {
              glyphs.add(
                  new Glyph(
                      at.getUnicode(),
                      at.getXDirAdj(),
                      at.getYDirAdj(),
                      at.getWidthDirAdj(),
                      at.getFontSizeInPt()));
            }
          }
        };
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    stripper.getText(document);
    return glyphs;
  }
}
