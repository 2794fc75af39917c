package innovation.points.datasets.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RowsWriter} wrote, from the beginning or from that of a block. */
public final class RowsReader {

  private static final Map<String, RowStatus> STATUSES =
      Arrays.stream(RowStatus.values())
          .collect(Collectors.toUnmodifiableMap(RowStatus::id, Function.identity()));
  private static final Map<String, ProblemCode> CODES =
      Arrays.stream(ProblemCode.values())
          .collect(Collectors.toUnmodifiableMap(ProblemCode::id, Function.identity()));

  /** Fields whose texts are days. */
  private final Set<String> days = new HashSet<>();

  /** For the rows of one dataset. */
  public RowsReader(Dataset dataset) {
    for (Field field : dataset.fields()) {
      if (field.type() == FieldType.DATE) {
        days.add(field.name());
      }
    }
  }

  /** Takes the rows one by one. */
  public interface Visitor {
    void row(ReadRow row) throws IOException;
  }

  /**
   * Reads all rows.
   *
   * @param in is closed
   */
  public void forEachRow(InputStream in, Visitor visitor) throws IOException {
    try (var gzip = new GZIPInputStream(in, 1 << 14);
        JsonParser json = JsonBlocks.JSON.createParser(gzip)) {
      while (json.nextToken() != null) {
        visitor.row(row(json));
      }
    }
  }

  private ReadRow row(JsonParser json) throws IOException {
    int number = 0;
    String uscc = null;
    RowStatus status = RowStatus.NOTE;
    Map<String, Value> values = Map.of();
    List<FileProblem> problems = List.of();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "row" -> number = json.getIntValue();
        case "uscc" -> uscc = json.getText();
        case "status" -> status = known(STATUSES, json.getText());
        case "values" -> values = values(json);
        case "problems" -> problems = problems(json);
        default -> json.skipChildren();
      }
    }
    return new ReadRow(number, Optional.ofNullable(uscc), status, values, problems);
  }

  private Map<String, Value> values(JsonParser json) throws IOException {
    var values = new HashMap<String, Value>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      Value value =
          switch (json.nextToken()) {
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> Value.of(json.getDoubleValue());
            case VALUE_STRING ->
                days.contains(field)
                    ? Value.of(LocalDate.parse(json.getText()))
                    : Value.of(json.getText());
            default -> throw new IOException("expected a value of " + field + ", found another");
          };
      values.put(field, value);
    }
    return values;
  }

  private static List<FileProblem> problems(JsonParser json) throws IOException {
    var problems = new ArrayList<FileProblem>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      problems.add(problem(json));
    }
    return problems;
  }

  private static FileProblem problem(JsonParser json) throws IOException {
    ProblemCode code = ProblemCode.UNREADABLE;
    Integer row = null;
    @Nullable String column = null;
    @Nullable String letter = null;
    @Nullable String found = null;
    String message = "";
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "code" -> code = known(CODES, json.getText());
        case "row" -> row = json.getIntValue();
        case "column" -> column = json.getText();
        case "columnLetter" -> letter = json.getText();
        case "found" -> found = json.getText();
        case "message" -> message = json.getText();
        default -> json.skipChildren();
      }
    }
    return new FileProblem(code, row, column, letter, found, message);
  }

  private static <T> T known(Map<String, T> names, String name) throws IOException {
    T known = names.get(name);
    if (known == null) {
      throw new IOException("expected one of %s, found %s".formatted(names.keySet(), name));
    }
    return known;
  }
}
