package innovation.points.datasets.reading.sheet;

import java.util.BitSet;
import java.util.List;

/** Cells that somebody has crossed out: what they hold is void, or was something else before. */
public final class StruckOut {

  private static final int SHORTEST_CODE = 15;

  private StruckOut() {}

  /**
   * Why a row is not taken; empty where nothing in it is crossed out, or where it is a heading.
   *
   * @param struck the columns whose cells are crossed out, from 0
   */
  public static String sentence(List<SheetCell> cells, BitSet struck) {
    if (struck.isEmpty() || cells.stream().noneMatch(StruckOut::ofData)) {
      return "";
    }
    return struck.stream()
        .filter(column -> column < cells.size() && !cells.get(column).blank())
        .mapToObj(
            column ->
                "%s 列的“%s”带有删除线，分不清是否作废，这一行没有采用；应采用的话请去掉删除线，不应采用的话请删去后再传。"
                    .formatted(SheetRow.letter(column), CellText.cut(cells.get(column).shown())))
        .findFirst()
        .orElse("");
  }

  /** A figure, or a text as long as a code. */
  private static boolean ofData(SheetCell cell) {
    return switch (cell.single()) {
      case SheetCell.Text(String text) ->
          text.strip().length() >= SHORTEST_CODE
              && text.strip().chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
      case SheetCell.Figure figure -> true;
      case SheetCell.Formatted figure -> true;
      default -> false;
    };
  }
}
