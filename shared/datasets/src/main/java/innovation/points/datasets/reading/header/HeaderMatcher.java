package innovation.points.datasets.reading.header;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.reading.header.Reading.Match;
import innovation.points.datasets.reading.sheet.CellText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which field of a dataset a header stands for: exactly, normalised, or by a synonym. */
public final class HeaderMatcher {

  /** The columns that a report adds. */
  public static final String RESULT = "校验结果";

  public static final String EXPLANATION = "问题说明";
  public static final String ORIGINAL_ROW = "原行号";

  private static final Set<String> REPORT = Set.of(RESULT, EXPLANATION, ORIGINAL_ROW);
  private static final Pattern UNIT = Pattern.compile("(.+)[(（]([^()（）]+)[)）]");
  private static final int LONGEST = 100;

  /**
   * What one header stands for.
   *
   * @param remarks what stands beside the field's name, or under it
   * @param above what stands over it in the rows above: groups of columns
   */
  record Claim(@Nullable Field field, Match match, List<String> remarks, List<String> above) {
    static final Claim UNKNOWN = new Claim(null, Match.UNKNOWN, List.of(), List.of());
    static final Claim OF_REPORT = new Claim(null, Match.REPORT, List.of(), List.of());

    Claim {
      remarks = List.copyOf(remarks);
      above = List.copyOf(above);
    }
  }

  private final Dataset dataset;
  private final Said said;
  private final Map<String, Field> exact = new HashMap<>();
  private final Map<String, Field> normalized = new HashMap<>();
  private final Map<String, Field> synonyms = new HashMap<>();

  public HeaderMatcher(Dataset dataset) {
    this(dataset, Said.NOTHING);
  }

  /** Heeds what people said of the file besides. */
  public HeaderMatcher(Dataset dataset, Said said) {
    this.dataset = dataset;
    this.said = said;
    for (Field field : dataset.fields()) {
      exact.put(field.title(), field);
      exact.put(field.name(), field);
      put(normalized, withoutUnit(field.title(), field), field);
      put(normalized, field.name().toLowerCase(Locale.ROOT), field);
      for (String synonym : field.synonyms()) {
        put(synonyms, withoutUnit(synonym, field), field);
      }
    }
  }

  /** A name as it is compared: its unit is read like any other remark. */
  private static String withoutUnit(String name, Field field) {
    String normalized = HeaderName.normalized(name);
    String unit = "(" + field.unit() + ")";
    return normalized.endsWith(unit)
        ? normalized.substring(0, normalized.length() - unit.length())
        : normalized;
  }

  private void put(Map<String, Field> names, String name, Field field) {
    Field other = names.put(name, field);
    if (other != null && !other.equals(field)) {
      throw new IllegalStateException(
          "dataset " + dataset.id() + ": " + name + " stands for two fields");
    }
  }

  static boolean ofReport(String header) {
    return REPORT.contains(HeaderName.normalized(header));
  }

  public Dataset dataset() {
    return dataset;
  }

  /** What people said of the file. */
  public Said said() {
    return said;
  }

  /** What a person said that a column is; its own unit still counts. */
  private Optional<Claim> confirmed(List<String> texts, List<String> parts) {
    return said.column(FileProblem.shortened(String.join(" ", texts)))
        .flatMap(column -> dataset.field(column.field()))
        .map(
            field ->
                new Claim(
                    field,
                    Match.CONFIRMED,
                    parts.stream()
                        .flatMap(part -> HeaderName.readings(part).stream())
                        .flatMap(name -> name.remarks().stream())
                        .filter(remark -> Unit.of(remark).isPresent())
                        .distinct()
                        .toList(),
                    List.of()));
  }

  /** Whether the text names the column of 统一社会信用代码. */
  public boolean namesCode(String text) {
    Field field = text.length() > LONGEST ? null : claim(List.of(text)).field();
    return field != null && field.type() == FieldType.USCC;
  }

  /** Whether a text has the names of several columns in it, three at least. */
  boolean namesSeveral(String text) {
    String name = text.length() > 4 * LONGEST ? "" : HeaderName.normalized(text);
    return dataset.fields().stream()
            .filter(field -> name.contains(withoutUnit(field.title(), field)))
            .limit(3)
            .count()
        > 2;
  }

  /** What a column stands for whose header is those texts, from the top down. */
  Claim claim(List<String> texts) {
    List<String> parts = new ArrayList<>();
    for (String text : texts) {
      String trimmed = CellText.trimmed(text);
      if (!trimmed.isEmpty() && trimmed.length() <= 4 * LONGEST) {
        parts.add(trimmed);
      }
    }
    if (parts.isEmpty()) {
      return Claim.UNKNOWN;
    }
    if (parts.stream().anyMatch(HeaderMatcher::ofReport)) {
      return Claim.OF_REPORT;
    }
    Optional<Claim> confirmed = confirmed(texts, parts);
    if (confirmed.isPresent()) {
      return confirmed.get();
    }
    if (parts.size() > 1) {
      List<String> units = new ArrayList<>();
      Optional<Claim> together =
          named(together(parts, units)).filter(claim -> claim.remarks().isEmpty());
      if (together.isPresent()) {
        return new Claim(together.get().field(), together.get().match(), units, List.of());
      }
    }
    for (int i = parts.size() - 1; i >= 0; i--) {
      Optional<Claim> found = named(parts.get(i));
      if (found.isPresent()) {
        List<String> remarks = new ArrayList<>(found.get().remarks());
        remarks.addAll(parts.subList(i + 1, parts.size()));
        return new Claim(found.get().field(), found.get().match(), remarks, parts.subList(0, i));
      }
    }
    return Claim.UNKNOWN;
  }

  /** The texts as one name, without their units: 净资产(万元) over 期末余额 is 净资产期末余额. */
  private static String together(List<String> parts, List<String> units) {
    StringBuilder name = new StringBuilder();
    for (String part : parts) {
      Matcher bracket = UNIT.matcher(part);
      boolean unit = bracket.matches() && Unit.of(bracket.group(2)).isPresent();
      name.append(unit ? bracket.group(1) : part);
      if (unit) {
        units.add(bracket.group(2));
      }
    }
    return name.toString();
  }

  private Optional<Claim> named(String part) {
    Field field = exact.get(part);
    if (field != null) {
      boolean title = part.equals(field.title()) && !field.unit().isEmpty();
      boolean unit = title && part.endsWith("(" + field.unit() + ")");
      return Optional.of(
          new Claim(field, Match.EXACT, unit ? List.of(field.unit()) : List.of(), List.of()));
    }
    for (HeaderName name : HeaderName.readings(part)) {
      field = normalized.get(name.base());
      if (field != null) {
        return Optional.of(new Claim(field, Match.NORMALIZED, name.remarks(), List.of()));
      }
      field = synonyms.get(name.base());
      if (field != null) {
        return Optional.of(new Claim(field, Match.SYNONYM, name.remarks(), List.of()));
      }
    }
    return Optional.empty();
  }
}
