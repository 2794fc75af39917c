package innovation.points.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Formats rows in columns for a terminal, where a Chinese character is as wide as two Latin ones.
 */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... titles) {
    rows.add(List.of(titles));
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** The lines, with underlined titles; numbers are aligned to the right. */
  List<String> lines() {
    int columns = rows.getFirst().size();
    var widths = new int[columns];
    var numeric = new boolean[columns];
    for (int column = 0; column < columns; column++) {
      numeric[column] = rows.size() > 1;
      for (int row = 0; row < rows.size(); row++) {
        String cell = rows.get(row).get(column);
        widths[column] = Math.max(widths[column], width(cell));
        numeric[column] &= row == 0 || cell.matches("-?[0-9]+([.][0-9]+)?");
      }
    }
    var lines = new ArrayList<String>();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String cell = row.get(column);
        String space = " ".repeat(widths[column] - width(cell));
        line.append(column == 0 ? "" : GAP).append(numeric[column] ? space + cell : cell + space);
      }
      lines.add(line.toString().stripTrailing());
      if (lines.size() == 1) {
        lines.add("-".repeat(Arrays.stream(widths).sum() + GAP.length() * (columns - 1)));
      }
    }
    return lines;
  }

  /** The number of terminal columns that a text takes. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int character) {
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> 2;
      default -> isWideSign(character) ? 2 : 1;
    };
  }

  /** Chinese punctuation and full-width forms. */
  private static boolean isWideSign(int character) {
    return (character >= 0x3000 && character <= 0x303F)
        || (character >= 0xFF01 && character <= 0xFF60)
        || (character >= 0xFFE0 && character <= 0xFFE6);
  }
}
