package innovation.points.store.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import innovation.points.store.table.StoredJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the counts of a pointer token by token. Every cold start of a reader reads pointers first,
 * and most of them nothing else that is JSON: loading a data binder for that would take longer than
 * the rest of the start.
 */
public final class CountsReader {

  private static final JsonFactory FACTORY = new JsonFactory();

  private CountsReader() {}

  /** What {@link StoredJson#write} has written; fields of a newer version are skipped. */
  public static GenerationCounts read(String json) {
    var figures = new HashMap<String, Integer>();
    Map<String, Integer> stages = Map.of();
    Map<String, Integer> lists = Map.of();
    try (JsonParser in = FACTORY.createParser(json)) {
      expect(in.nextToken(), JsonToken.START_OBJECT);
      for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
        JsonToken token = in.nextToken();
        switch (name) {
          case "stages" -> stages = figures(in);
          case "lists" -> lists = figures(in);
          default -> {
            if (token == JsonToken.VALUE_NUMBER_INT) {
              figures.put(name, in.getIntValue());
            } else {
              in.skipChildren();
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read stored counts", e);
    }
    return new GenerationCounts(
        figure(figures, "enterprises"),
        figure(figures, "scored"),
        figure(figures, "ranked"),
        figure(figures, "excluded"),
        figure(figures, "incomplete"),
        stages,
        lists);
  }

  private static Map<String, Integer> figures(JsonParser in) throws IOException {
    expect(in.currentToken(), JsonToken.START_OBJECT);
    var figures = new HashMap<String, Integer>();
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      expect(in.nextToken(), JsonToken.VALUE_NUMBER_INT);
      figures.put(name, in.getIntValue());
    }
    return figures;
  }

  private static int figure(Map<String, Integer> figures, String name) {
    Integer figure = figures.get(name);
    if (figure == null) {
      throw new IllegalStateException("expected " + name + " in stored counts, found none");
    }
    return figure;
  }

  private static void expect(JsonToken found, JsonToken expected) {
    if (found != expected) {
      throw new IllegalStateException("expected " + expected + " in stored counts, found " + found);
    }
  }
}
