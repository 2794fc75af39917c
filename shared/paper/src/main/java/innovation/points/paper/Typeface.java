package innovation.points.paper;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Noto Sans SC (SIL Open Font License), embedded as a subset. A character that it lacks is shown as
 * 〓, as printers do: a rare character in a name must not make a paper fail.
 */
final class Typeface {

  private static final String FILE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
  private static final String UNKNOWN = "〓";
  private static final float UNITS = 1000;

  /**
   * A strong reference, so that the level of this logger persists: its warnings about unused
   * variants are irrelevant.
   */
  private static final Logger TABLES = Logger.getLogger("org.apache.fontbox.ttf.CmapSubtable");

  static {
    TABLES.setLevel(Level.SEVERE);
  }

  private final PDType0Font font;
  private final Map<Integer, Float> widths = new HashMap<>();

  /** Loads the typeface for one document. */
  Typeface(PDDocument document) throws IOException {
    try (InputStream in = Typeface.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + FILE + ", found none");
      }
      font = PDType0Font.load(document, new BufferedInputStream(in), true);
    }
  }

  PDType0Font font() {
    return font;
  }

  /** The text with characters that the typeface lacks replaced by 〓. */
  String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                shown.append(' ');
              } else if (Float.isNaN(width(c))) {
                shown.append(UNKNOWN);
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** The width in points of a text that the typeface covers. */
  float width(String text, float size) {
    float sum = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      sum += width(text.codePointAt(i));
    }
    return sum / UNITS * size;
  }

  /** The width in thousandths of the size; NaN where the typeface lacks the character. */
  private float width(int character) {
    return widths.computeIfAbsent(character, this::measure);
  }

  private float measure(int character) {
    try {
      return font.getStringWidth(Character.toString(character));
    } catch (IllegalArgumentException _) {
      return Float.NaN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
