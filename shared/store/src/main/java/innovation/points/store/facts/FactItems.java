package innovation.points.store.facts;

import innovation.points.scoring.facts.Value;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.StoredJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Contributions as items and back. */
final class FactItems {

  /** Well under the 400 KB an item may have: names of attributes and numbers count too. */
  private static final int LARGEST_PART = 300_000;

  private FactItems() {}

  /** The items of one contribution: the same input gives the same split. */
  static List<Map<String, AttributeValue>> write(Contribution contribution) {
    var items = new ArrayList<Map<String, AttributeValue>>();
    for (List<FactRow> part : parts(contribution.rows())) {
      var item = new HashMap<String, AttributeValue>();
      item.putAll(ItemKey.of(contribution.file(), contribution.uscc(), items.size()).attributes());
      item.put("key", AttributeValue.fromS(contribution.file().key()));
      item.put("version", AttributeValue.fromS(contribution.file().version()));
      item.put("uploadedAt", AttributeValue.fromS(contribution.file().uploadedAt().toString()));
      item.put("rows", AttributeValue.fromL(part.stream().map(FactItems::writeRow).toList()));
      items.add(item);
    }
    return items;
  }

  static List<ItemKey> keys(Contribution contribution) {
    var keys = new ArrayList<ItemKey>();
    for (int part = 0; part < parts(contribution.rows()).size(); part++) {
      keys.add(ItemKey.of(contribution.file(), contribution.uscc(), part));
    }
    return keys;
  }

  /** A part of a contribution, or null for an item that holds no facts (a touch). */
  static @Nullable Contribution read(Map<String, AttributeValue> item) {
    AttributeValue rows = item.get("rows");
    if (rows == null) {
      return null;
    }
    var file =
        new FileVersion(
            Attributes.text(item, "key"),
            Attributes.text(item, "version"),
            Instant.parse(Attributes.text(item, "uploadedAt")));
    return new Contribution(
        file, Attributes.text(item, "uscc"), rows.l().stream().map(FactItems::readRow).toList());
  }

  private static List<List<FactRow>> parts(List<FactRow> rows) {
    var parts = new ArrayList<List<FactRow>>();
    var part = new ArrayList<FactRow>();
    int size = 0;
    for (FactRow row : rows) {
      int rowSize = FactValues.size(row.values()) + 16;
      if (!part.isEmpty() && size + rowSize > LARGEST_PART) {
        parts.add(List.copyOf(part));
        part.clear();
        size = 0;
      }
      part.add(row);
      size += rowSize;
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  private static AttributeValue writeRow(FactRow row) {
    AttributeValue number = AttributeValue.fromN(Integer.toString(row.row()));
    AttributeValue values = FactValues.write(row.values());
    if (row.checks().isEmpty()) {
      return AttributeValue.fromM(Map.of("row", number, "values", values));
    }
    var checks = new HashMap<String, AttributeValue>();
    row.checks()
        .forEach(
            (field, check) -> checks.put(field, AttributeValue.fromS(StoredJson.write(check))));
    return AttributeValue.fromM(
        Map.of("row", number, "values", values, "checks", AttributeValue.fromM(checks)));
  }

  private static FactRow readRow(AttributeValue row) {
    AttributeValue number = row.m().get("row");
    AttributeValue values = row.m().get("values");
    if (number == null || values == null) {
      throw new IllegalStateException("expected row and values, found " + row.m().keySet());
    }
    Map<String, Value> read = FactValues.read(values.m());
    var checks = new HashMap<String, FactRow.Check>();
    AttributeValue checked = row.m().get("checks");
    if (checked != null) {
      checked
          .m()
          .forEach(
              (field, check) -> checks.put(field, StoredJson.read(check.s(), FactRow.Check.class)));
    }
    return new FactRow(Integer.parseInt(number.n()), read, checks);
  }
}
