package innovation.points.store.scores.facts;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.YearFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link FactsWriter} wrote, with the origins of the values. Not thread-safe, and used
 * once.
 */
final class FactsReader {
  private final byte[] bytes;
  private final List<FileNames.Source> files;
  private final StoredHead head;
  private final int values;
  private final Slots.Words words;
  private final ByteReader origins;
  private Source origin = new Source("", "", 0);
  private int ofOrigin;

  /**
   * A reader.
   *
   * @param files by the numbers that the bytes call them
   */
  FactsReader(byte[] bytes, List<FileNames.Source> files) {
    this.bytes = bytes;
    this.files = files;
    var in = new ByteReader(bytes);
    in.count();
    this.head = StoredHead.read(in);
    this.values = in.place();
    in.skip(head.length());
    int length = in.count();
    int first = in.place();
    this.words = place -> new ByteReader(bytes, first + place).text();
    in.skip(length);
    this.origins = in;
  }

  ScoringInput read(String uscc, int year) {
    var years = new HashMap<Integer, YearFacts>();
    var delivered = new HashMap<Integer, Set<String>>();
    for (StoredHead.Year one : head.years()) {
      delivered.put(year - one.back(), one.delivered());
      if (one.known()) {
        years.put(year - one.back(), facts(one));
      }
    }
    Map<String, List<LineItem>> items = new HashMap<>();
    for (StoredHead.Items some : head.items()) {
      List<LineItem> known =
          items.computeIfAbsent(FieldsByOrdinal.dataset(some.dataset()), _ -> new ArrayList<>());
      for (int i = 0; i < some.count(); i++) {
        known.add(item(some, values + some.at(i), year));
      }
    }
    var stages = new HashMap<Integer, String>();
    for (StoredHead.Stage stage : head.stages()) {
      stages.put(year - stage.back(), stage.id());
    }
    return new ScoringInput(
        year, new EnterpriseFacts(uscc, years, items), new Deliveries(delivered), stages);
  }

  private YearFacts facts(StoredHead.Year year) {
    Layout layout = FieldsByOrdinal.YEAR;
    Slots slots = slots(layout, year.fields(), values + year.at());
    var sources = new @Nullable Source[layout.size()];
    for (int slot : year.fields().slots()) {
      sources[slot] = origin();
    }
    return new YearFacts(slots, sources, year.listed());
  }

  private LineItem item(StoredHead.Items of, int at, int year) {
    return new LineItem(
        year - StoredFields.small(bytes, at),
        slots(FieldsByOrdinal.items(of.dataset()), of.fields(), at + StoredHead.ITEM_YEAR),
        origin());
  }

  private Slots slots(Layout layout, StoredFields fields, int at) {
    var numbers = new double[layout.size()];
    Arrays.fill(numbers, Double.NaN);
    fields.values(bytes, at, numbers);
    return Slots.of(layout, numbers, words);
  }

  private Source origin() {
    if (ofOrigin == 0) {
      FileNames.Source file = files.get(origins.count());
      origin = new Source(file.key(), file.version(), origins.count());
      ofOrigin = origins.count();
    }
    ofOrigin--;
    return origin;
  }
}
