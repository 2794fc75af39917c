package innovation.points.store.scores.facts;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.plan.FieldsRead;
import innovation.points.scoring.plan.reading.ItemTable;
import innovation.points.store.facts.FactLayouts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the facts that a score was computed from as bytes; {@link FactsReader} reads them. Not
 * thread-safe, and used once.
 *
 * <p>First the number of bytes of the head. The head says what there is: by year, how many years
 * before the evaluation year, the datasets delivered, those that list the enterprise, and the
 * {@link StoredFields} known; by line-item dataset, how many items and their fields, in the items'
 * canonical order; the stages published before. Then the values, in the order of the head; before
 * those of an item, how many years before the evaluation year its file was. Then the number of
 * bytes of the texts that have no code, and these; a value is the place of its text. Last the
 * origins of the values of years and of the items, in the order of those: a file by its number, the
 * row, how many come from there.
 */
final class FactsWriter {
  static final double CENTS = 100;
  private static final FactLayouts LAYOUTS = FactLayouts.load();
  private static final YearFacts NO_FACTS = new YearFacts(Map.of(), Set.of());

  private final ScoringInput input;
  private final FieldsRead reads;
  private final ByteWriter head = new ByteWriter();
  private final ByteWriter values = new ByteWriter();
  private final ByteWriter words = new ByteWriter();
  private final ByteWriter origins = new ByteWriter();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<FileNames.Source, Integer> files = new LinkedHashMap<>();
  private @Nullable Source origin;
  private int ofOrigin;

  FactsWriter(ScoringInput input, FieldsRead reads) {
    this.input = input;
    this.reads = reads;
  }

  /** All bytes. */
  byte[] write() {
    var years = new TreeMap<Integer, YearFacts>();
    for (int year : input.deliveries().datasets().keySet()) {
      years.put(input.year() - year, NO_FACTS);
    }
    input.facts().years().forEach((year, facts) -> years.put(input.year() - year, facts));
    years.headMap(0, false).clear();
    years.entrySet().removeIf(one -> saysNothing(one.getKey(), one.getValue()));
    head.whole(years.size());
    years.forEach(this::year);
    items();
    var stages = new TreeMap<>(input.publishedStages());
    head.whole(stages.size());
    stages.forEach(
        (year, stage) -> {
          head.signed(input.year() - year);
          head.text(stage);
        });
    endOrigin();
    var all = new ByteWriter();
    all.whole(head.size());
    all.bytes(head.bytes());
    all.bytes(values.bytes());
    all.whole(words.size());
    all.bytes(words.bytes());
    all.bytes(origins.bytes());
    return all.bytes();
  }

  /** The files that the bytes name, in the order of the numbers given to them. */
  List<FileNames.Source> files() {
    return List.copyOf(files.keySet());
  }

  private boolean saysNothing(int back, YearFacts facts) {
    return facts.listed().isEmpty() && used(back, facts).isEmpty() && deciding(back, facts) == 0;
  }

  /**
   * The datasets whose delivery decides what their absence means: those that do not list the
   * enterprise. What is delivered beside them changes no score, and so no row.
   */
  private long deciding(int back, YearFacts facts) {
    Set<String> delivered = input.deliveries().of(input.year() - back);
    long bits = 0;
    for (Dataset dataset : LAYOUTS.datasets()) {
      boolean decides =
          dataset.shape() == Shape.LINE_ITEMS
              ? back == 0 && reads.deliveryDecides().contains(dataset.id())
              : !facts.listed().contains(dataset.id()) && isRead(dataset, back);
      bits |= decides && delivered.contains(dataset.id()) ? 1L << dataset.ordinal() : 0;
    }
    return bits;
  }

  private boolean isRead(Dataset dataset, int back) {
    return dataset.fields().stream().anyMatch(field -> reads.reads(field.name(), back));
  }

  private void year(int back, YearFacts facts) {
    head.whole(back);
    head.whole(deciding(back, facts));
    head.whole(DatasetBits.write(facts.listed()));
    for (Field field : fields(used(back, facts), facts.slots(), head)) {
      origin(facts.source(facts.layout().slot(field.name())));
    }
  }

  /** Writes values, and to the head which they are; returns the fields in the values' order. */
  private List<Field> fields(List<Field> used, Slots slots, ByteWriter which) {
    var byWidth = new EnumMap<Width, List<Field>>(Width.class);
    for (Field field : used) {
      Width width = Width.of(field, number(field, slots));
      byWidth.computeIfAbsent(width, _ -> new ArrayList<>()).add(field);
    }
    var ordered = new ArrayList<Field>();
    for (Width width : Width.values()) {
      List<Field> fields = byWidth.getOrDefault(width, List.of());
      OrdinalBits.write(fields.stream().map(Field::ordinal).toList(), which);
      fields.forEach(field -> width.write(number(field, slots), values));
      ordered.addAll(fields);
    }
    return ordered;
  }

  /** The number that a row has for a value; a text without a code is put among the words. */
  private double number(Field field, Slots slots) {
    int slot = slots.layout().slot(field.name());
    if (slots.layout().kind(slot) != Layout.Kind.TEXT) {
      return slots.number(slot);
    }
    String text = Objects.requireNonNull(slots.text(slot), "a text that is there");
    int option = field.options().indexOf(text);
    return option < 0 ? -1 - places.computeIfAbsent(text, this::word) : option;
  }

  private int word(String text) {
    int place = words.size();
    words.text(text);
    return place;
  }

  /** In how many bytes a number is written. */
  private enum Width {
    CENTS,
    SHORT,
    ALL;

    /** By the kind of the field where its number allows, so that most rows have the same head. */
    static Width of(Field field, double number) {
      boolean negativeZero = number == 0 && 1 / number < 0;
      if (negativeZero) {
        return ALL;
      }
      if (field.type() == FieldType.NUMBER) {
        int cents = (int) Math.rint(number * FactsWriter.CENTS);
        return cents / FactsWriter.CENTS == number ? CENTS : ALL;
      }
      return (short) number == number ? SHORT : ALL;
    }

    void write(double number, ByteWriter out) {
      switch (this) {
        case CENTS -> out.low((int) Math.rint(number * FactsWriter.CENTS), Integer.BYTES);
        case SHORT -> out.low((short) number, Short.BYTES);
        case ALL -> out.bits(number);
      }
    }
  }

  /** The fields of a year that are read, in the order of the catalogue. */
  private List<Field> used(int back, YearFacts facts) {
    return LAYOUTS.year().fields().stream()
        .filter(field -> reads.reads(field.name(), back) && has(facts.slots(), field))
        .toList();
  }

  private static boolean has(Slots slots, Field field) {
    int slot = slots.layout().slot(field.name());
    return slot >= 0 && slots.has(slot);
  }

  private void items() {
    var known = new TreeMap<Integer, List<LineItem>>();
    for (Dataset dataset : LAYOUTS.datasets()) {
      List<LineItem> items =
          input.facts().items(dataset.id()).stream()
              .filter(item -> reads.counts(dataset.id(), item.year(), input.year()))
              .sorted(ItemTable.CANONICAL)
              .toList();
      if (!items.isEmpty()) {
        known.put(dataset.ordinal(), items);
      }
    }
    var groups = new ByteWriter();
    int count = 0;
    for (Map.Entry<Integer, List<LineItem>> one : known.entrySet()) {
      count += items(one.getKey(), one.getValue(), groups);
    }
    head.whole(count);
    head.bytes(groups.bytes());
  }

  /** Writes the items of a dataset, those with the same fields together; returns the groups. */
  private int items(int dataset, List<LineItem> items, ByteWriter out) {
    int groups = 0;
    int size = 0;
    byte[] fields = {};
    for (LineItem item : items) {
      byte[] which = item(dataset, item);
      if (size > 0 && !Arrays.equals(which, fields)) {
        group(dataset, size, fields, out);
        groups++;
        size = 0;
      }
      fields = which;
      size++;
    }
    group(dataset, size, fields, out);
    return groups + 1;
  }

  private static void group(int dataset, int size, byte[] fields, ByteWriter out) {
    out.whole(dataset);
    out.whole(size);
    out.bytes(fields);
  }

  /** Writes the values of an item; returns which they are. */
  private byte[] item(int dataset, LineItem item) {
    String id = LAYOUTS.datasets().get(dataset).id();
    Set<String> read = reads.items().getOrDefault(id, Set.of());
    var which = new ByteWriter();
    values.low(input.year() - item.year(), StoredHead.ITEM_YEAR);
    List<Field> used =
        LAYOUTS.items(id).fields().stream()
            .filter(field -> read.contains(field.name()) && has(item.slots(), field))
            .sorted(Comparator.comparingInt(Field::ordinal))
            .toList();
    fields(used, item.slots(), which);
    origin(item.source());
    return which.bytes();
  }

  private void origin(@Nullable Source source) {
    if (!Objects.equals(source, origin)) {
      endOrigin();
      origin = source;
    }
    ofOrigin++;
  }

  private void endOrigin() {
    if (origin != null) {
      var file = new FileNames.Source(origin.key(), origin.version());
      Integer number = files.putIfAbsent(file, files.size());
      origins.whole(number == null ? files.size() - 1 : number);
      origins.whole(origin.row());
      origins.whole(ofOrigin);
    }
    ofOrigin = 0;
  }
}
