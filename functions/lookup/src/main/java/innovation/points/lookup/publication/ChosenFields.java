package innovation.points.lookup.publication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.web.http.Format;
import innovation.points.web.http.Json;
import innovation.points.web.http.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Which fields of the items of a list a caller wants: {@code ?fields=name,total}. The code of the
 * enterprise is always there.
 *
 * @param names empty for all
 */
record ChosenFields(List<String> names) {

  private static final String PARAMETER = "fields";
  private static final String KEY = "uscc";

  ChosenFields {
    names = List.copyOf(names);
  }

  /** What a request names, of those that there are. */
  static ChosenFields of(Parameters parameters, List<String> offered) {
    var wanted = new ArrayList<String>();
    for (String name : parameters.text(PARAMETER).orElse("").split(",", -1)) {
      if (offered.contains(name.strip())) {
        wanted.add(name.strip());
      } else if (!name.isBlank()) {
        parameters.refuse(PARAMETER, String.join("、", offered) + " 中的几个，以逗号分隔", name);
      }
    }
    return new ChosenFields(wanted);
  }

  /** Refuses to cut what has a schema or columns: lines have neither. */
  void verify(Parameters parameters, Format format) {
    if (!names.isEmpty() && format != Format.NDJSON) {
      parameters.refuse(PARAMETER, "只随 format=ndjson 给出", "format=" + format.extension());
      parameters.verify();
    }
  }

  /** The items with these fields alone. */
  List<?> of(List<?> items) {
    if (names.isEmpty()) {
      return items;
    }
    var kept = new TreeSet<>(names);
    kept.add(KEY);
    return items.stream()
        .map(item -> Json.mapper().<ObjectNode>valueToTree(item).retain(kept))
        .toList();
  }
}
