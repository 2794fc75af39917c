package innovation.points.store.run;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.store.table.StoredJson;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the counts of a pointer. Every cold start of a reader reads pointers first, most of them
 * nothing else: so the tree serves here, and not the binder.
 */
public final class CountsReader {

  private CountsReader() {}

  /** What {@link StoredJson#write} has written; fields of a newer version are skipped. */
  public static GenerationCounts read(String json) {
    JsonNode counts = StoredJson.tree(json);
    return new GenerationCounts(
        figure(counts, "enterprises"),
        figure(counts, "scored"),
        figure(counts, "ranked"),
        figure(counts, "excluded"),
        figure(counts, "incomplete"),
        figures(counts.path("stages")),
        figures(counts.path("lists")));
  }

  private static SortedMap<String, Integer> figures(JsonNode counts) {
    var figures = new TreeMap<String, Integer>();
    counts.fieldNames().forEachRemaining(name -> figures.put(name, figure(counts, name)));
    return figures;
  }

  private static int figure(JsonNode counts, String name) {
    JsonNode figure = counts.path(name);
    if (!figure.isInt()) {
      String found = figure.isMissingNode() ? "none" : figure.toString();
      throw new IllegalStateException(
          "expected the number " + name + " in stored counts, found " + found);
    }
    return figure.intValue();
  }
}
