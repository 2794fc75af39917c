package innovation.points.ingest.inspect;

import com.fasterxml.jackson.core.JsonGenerator;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.datasets.report.JsonBlocks;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.FactRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a file changes, against what is in force without it: a line of JSON for each enterprise, or
 * for each item of it, of which something differs.
 */
final class FileChanges {

  /** What becomes of an enterprise's row, or of an item. */
  enum Change {
    ADDED,
    CHANGED,
    WITHDRAWN;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Dataset dataset;
  private final boolean replaces;
  private final JsonBlocks out;

  private FileChanges(Dataset dataset, boolean replaces, JsonBlocks out) {
    this.dataset = dataset;
    this.replaces = replaces;
    this.out = out;
  }

  /**
   * Compares a file.
   *
   * @param before what is in force, the oldest first: a later one wins
   * @param replaces whether that is replaced: what the file does not have is withdrawn then
   */
  static void write(ReadFile now, List<ReadFile> before, boolean replaces, JsonBlocks out)
      throws IOException {
    var changes = new FileChanges(now.dataset(), replaces, out);
    int count = Parts.count(now);
    for (ReadFile file : before) {
      count = Math.max(count, Parts.count(file));
    }
    var parts = new ArrayList<Parts>();
    try (Parts ours = Parts.of(now, count)) {
      for (ReadFile file : before) {
        parts.add(Parts.of(file, count));
      }
      for (int part = 0; part < count; part++) {
        changes.part(ours, parts, part);
      }
    } finally {
      parts.forEach(Parts::close);
    }
  }

  private void part(Parts ours, List<Parts> theirs, int part) throws IOException {
    SequencedMap<String, List<FactRow>> now = ours.part(part);
    var before = new TreeMap<String, Map<List<Optional<Value>>, Map<String, Value>>>();
    for (Parts file : theirs) {
      for (Map.Entry<String, List<FactRow>> rows : file.part(part).entrySet()) {
        merge(before.computeIfAbsent(rows.getKey(), _ -> new LinkedHashMap<>()), rows.getValue());
      }
    }
    var enterprises = new TreeSet<>(now.keySet());
    enterprises.addAll(before.keySet());
    for (String uscc : enterprises) {
      var items = new LinkedHashMap<List<Optional<Value>>, Map<String, Value>>();
      merge(items, now.getOrDefault(uscc, List.of()));
      compare(uscc, before.getOrDefault(uscc, Map.of()), items);
    }
  }

  /** A later file wins: field by field where an enterprise has one row, else item by item. */
  private void merge(
      Map<List<Optional<Value>>, Map<String, Value>> items, Collection<FactRow> rows) {
    for (FactRow row : rows) {
      List<Optional<Value>> key =
          dataset.naturalKey().stream()
              .map(field -> Optional.ofNullable(row.values().get(field)))
              .toList();
      if (dataset.shape() == Shape.PER_ENTERPRISE) {
        items.computeIfAbsent(key, _ -> new TreeMap<>()).putAll(row.values());
      } else {
        items.put(key, new TreeMap<>(row.values()));
      }
    }
  }

  private void compare(
      String uscc,
      Map<List<Optional<Value>>, Map<String, Value>> before,
      Map<List<Optional<Value>>, Map<String, Value>> now)
      throws IOException {
    for (var item : now.entrySet()) {
      Map<String, Value> then = before.get(item.getKey());
      if (then == null) {
        write(uscc, Change.ADDED, Map.of(), item.getValue());
      } else if (differs(then, item.getValue())) {
        write(uscc, Change.CHANGED, then, item.getValue());
      }
    }
    if (replaces) {
      for (var item : before.entrySet()) {
        if (!now.containsKey(item.getKey())) {
          write(uscc, Change.WITHDRAWN, item.getValue(), Map.of());
        }
      }
    }
  }

  private boolean differs(Map<String, Value> before, Map<String, Value> now) {
    return !fields(before, now).isEmpty();
  }

  /** The fields that differ. A blank takes nothing away from what another file says. */
  private List<String> fields(Map<String, Value> before, Map<String, Value> now) {
    var names = new TreeSet<>(now.keySet());
    if (replaces) {
      names.addAll(before.keySet());
    }
    names.removeIf(field -> Objects.equals(before.get(field), now.get(field)));
    return List.copyOf(names);
  }

  private void write(String uscc, Change change, Map<String, Value> before, Map<String, Value> now)
      throws IOException {
    Map<String, Value> all = now.isEmpty() ? before : now;
    JsonGenerator json = out.line();
    json.writeStartObject();
    json.writeStringField("uscc", uscc);
    json.writeFieldName("name");
    write(json, all.get("name"));
    json.writeStringField("change", change.id());
    json.writeObjectFieldStart("item");
    for (String field : dataset.naturalKey()) {
      if (all.containsKey(field)) {
        json.writeFieldName(field);
        write(json, all.get(field));
      }
    }
    json.writeEndObject();
    json.writeArrayFieldStart("fields");
    for (String field : fields(before, now)) {
      json.writeStartObject();
      json.writeStringField("field", field);
      json.writeFieldName("before");
      write(json, before.get(field));
      json.writeFieldName("after");
      write(json, now.get(field));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    out.end(change);
  }

  private static void write(JsonGenerator json, @Nullable Value value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else {
      JsonBlocks.write(json, value);
    }
  }
}
