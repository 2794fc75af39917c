package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.reading.container.CellText;
import innovation.points.datasets.reading.header.Reading.Match;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says which field of a dataset a header stands for: exactly, normalised, or by a synonym. */
public final class HeaderMatcher {

  /** The columns that a report adds. */
  public static final String RESULT = "校验结果";

  public static final String EXPLANATION = "问题说明";
  public static final String ORIGINAL_ROW = "原行号";

  private static final Set<String> REPORT = Set.of(RESULT, EXPLANATION, ORIGINAL_ROW);

  /**
   * What one header stands for.
   *
   * @param wrongUnit the header names the field, but in another unit
   */
  record Claim(@Nullable Field field, Match match, boolean wrongUnit) {
    static final Claim UNKNOWN = new Claim(null, Match.UNKNOWN, false);
    static final Claim OF_REPORT = new Claim(null, Match.REPORT, false);
  }

  private final Dataset dataset;
  private final Map<String, Field> exact = new HashMap<>();
  private final Map<String, Field> normalized = new HashMap<>();
  private final Map<String, Field> synonyms = new HashMap<>();

  public HeaderMatcher(Dataset dataset) {
    this.dataset = dataset;
    for (Field field : dataset.fields()) {
      exact.put(field.title(), field);
      exact.put(field.name(), field);
      HeaderName title = HeaderName.of(field.title());
      put(normalized, title.whole(), field);
      put(normalized, title.base(), field);
      put(normalized, field.name().toLowerCase(Locale.ROOT), field);
      for (String synonym : field.synonyms()) {
        put(synonyms, HeaderName.of(synonym).base(), field);
      }
    }
  }

  private void put(Map<String, Field> names, String name, Field field) {
    Field other = names.put(name, field);
    if (other != null && !other.equals(field)) {
      throw new IllegalStateException(
          "dataset " + dataset.id() + ": " + name + " stands for two fields");
    }
  }

  static boolean ofReport(String header) {
    return REPORT.contains(HeaderName.of(header).whole());
  }

  public Dataset dataset() {
    return dataset;
  }

  /** What the header stands for, where the rows above declare that unit for the whole table. */
  Claim claim(String header, String declaredUnit) {
    String trimmed = CellText.trimmed(header);
    HeaderName name = HeaderName.of(trimmed);
    if (ofReport(trimmed)) {
      return Claim.OF_REPORT;
    }
    Field field = exact.get(trimmed);
    if (field != null) {
      boolean silent = name.unit().isEmpty();
      return new Claim(field, Match.EXACT, silent && contradicts(declaredUnit, field));
    }
    field = normalized.getOrDefault(name.whole(), normalized.get(name.base()));
    if (field != null) {
      return new Claim(field, Match.NORMALIZED, wrongUnit(name, field, declaredUnit));
    }
    field = synonyms.getOrDefault(name.whole(), synonyms.get(name.base()));
    if (field != null) {
      return new Claim(field, Match.SYNONYM, wrongUnit(name, field, declaredUnit));
    }
    return Claim.UNKNOWN;
  }

  private static boolean wrongUnit(HeaderName name, Field field, String declaredUnit) {
    return HeaderName.contradicts(name.unit(), field.unit())
        || (!HeaderName.money(name.unit()) && contradicts(declaredUnit, field));
  }

  private static boolean contradicts(String declaredUnit, Field field) {
    return HeaderName.money(field.unit()) && HeaderName.contradicts(declaredUnit, field.unit());
  }
}
