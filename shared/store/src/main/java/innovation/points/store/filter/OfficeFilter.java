package innovation.points.store.filter;

import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the offices' lists are filtered by: of the values of one parameter any will do, and all
 * parameters have to be met.
 *
 * @param parks 所属园区
 * @param grids 所属网格: {@code 07-32}, or {@code 07} for all within
 * @param qualifications kinds of certificates of which one is valid on 31 December of the year
 */
public record OfficeFilter(List<String> parks, List<String> grids, List<String> qualifications) {

  private static final Pattern GRID = Pattern.compile("[0-9A-Za-z\\-]{1,20}");
  private static final Pattern NAME = Pattern.compile("[^#\\p{Cntrl}]{1,60}");

  /** Reads the values of a parameter that can be given several times. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Notes a value without the form.
     *
     * @param expected the form in Chinese
     */
    List<String> several(String name, Pattern form, String expected);
  }

  public OfficeFilter {
    parks = List.copyOf(parks);
    grids = List.copyOf(grids);
    qualifications = List.copyOf(qualifications);
  }

  /** The parameters {@code park}, {@code grid} and {@code qualification} of a request. */
  public static OfficeFilter of(Reader parameters) {
    return new OfficeFilter(
        parameters.several("park", NAME, "所属园区"),
        parameters.several("grid", GRID, "网格编号（如 07-32，或 07 表示其下全部）"),
        parameters.several("qualification", NAME, "资质（如 高新技术企业）"));
  }

  /** Whether nothing is asked for, so that everything fits. */
  public boolean isOpen() {
    return parks.isEmpty() && grids.isEmpty() && qualifications.isEmpty();
  }

  public boolean fits(ScoreRow row) {
    return isThere(row)
        && (qualifications.isEmpty()
            || !Collections.disjoint(qualifications, Certificates.held(row)));
  }

  /** Lets through the enterprises of a generation that fit: all, where nothing is asked for. */
  public Predicate<String> in(ScoresTable scores, String generation) {
    return among(use -> scores.forEachRow(generation, RowFilter.ALL, use));
  }

  /** The same by the draft of a year. */
  public Predicate<String> inDraft(ScoresTable scores, int year) {
    return among(use -> scores.forEachDraft(year, use));
  }

  private Predicate<String> among(Consumer<Consumer<ScoreRow>> rows) {
    if (isOpen()) {
      return _ -> true;
    }
    Set<String> fitting = new HashSet<>();
    rows.accept(
        row -> {
          if (fits(row)) {
            fitting.add(row.uscc());
          }
        });
    return fitting::contains;
  }

  /** Whether an enterprise is in one of the parks and grids, whatever its certificates. */
  public boolean isThere(ScoreRow row) {
    return (parks.isEmpty() || (row.park() != null && parks.contains(row.park())))
        && isInGrid(row.grid());
  }

  /** Whether a grid is one of those asked for, or within one. */
  public boolean isInGrid(@Nullable String own) {
    return grids.isEmpty() || grids.stream().anyMatch(grid -> isWithin(own, grid));
  }

  private static boolean isWithin(@Nullable String own, String grid) {
    return own != null && (own.equals(grid) || own.startsWith(grid + "-"));
  }

  /** What is asked for, to stand in a file: {@code 园区：东区；网格：07}; empty where nothing is. */
  public String words() {
    return Stream.of(words("园区", parks), words("网格", grids), words("资质", qualifications))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("；"));
  }

  private static String words(String title, List<String> values) {
    return values.isEmpty() ? "" : title + "：" + String.join("、", values);
  }

  /** Identifies the list in cursors. */
  @Override
  public String toString() {
    return "park=%s&grid=%s&qualification=%s"
        .formatted(
            String.join(",", parks), String.join(",", grids), String.join(",", qualifications));
  }
}
