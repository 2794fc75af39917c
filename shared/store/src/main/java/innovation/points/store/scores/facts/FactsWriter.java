package innovation.points.store.scores.facts;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.plan.FieldsRead;
import innovation.points.scoring.plan.reading.ItemTable;
import innovation.points.store.facts.FactLayouts;
import java.util.Comparator;
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
 * <p>First the number of bytes of the values. Then the values, by year: how many years before the
 * evaluation year, the datasets delivered, those that list the enterprise, the fields. By line-item
 * dataset: its ordinal, and each item with its year and its fields. Fields are the first one's
 * ordinal, a bit for each from there on, and their values; where the bits do not suffice, the
 * lowest says that more follow. Items stand in their canonical order. After them the stages
 * published before. Last the origins of the values of years and of the items, in the order of
 * those: a file by its number, the row, how many come from there.
 */
final class FactsWriter {
  static final double CENTS = 100;
  private static final double EXACT = 1L << 50;

  /** So many bits for fields, and the lowest, are two bytes. */
  private static final int FIELDS = 13;

  /** How an amount is written, in the two lowest bits. */
  static final int WHOLE = 0;

  static final int IN_CENTS = 1;
  static final int BITS = 2;

  private static final FactLayouts LAYOUTS = FactLayouts.load();
  private static final YearFacts NO_FACTS = new YearFacts(Map.of(), Set.of());

  private final ScoringInput input;
  private final FieldsRead reads;
  private final ByteWriter values = new ByteWriter();
  private final ByteWriter origins = new ByteWriter();
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
    values.whole(years.size());
    years.forEach(this::year);
    items();
    var stages = new TreeMap<>(input.publishedStages());
    values.whole(stages.size());
    stages.forEach(
        (year, stage) -> {
          values.signed(input.year() - year);
          values.text(stage);
        });
    endOrigin();
    var all = new ByteWriter();
    all.whole(values.size());
    all.bytes(values.bytes());
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

  private static long bits(Set<String> datasets) {
    long bits = 0;
    for (Dataset dataset : LAYOUTS.datasets()) {
      bits |= datasets.contains(dataset.id()) ? 1L << dataset.ordinal() : 0;
    }
    return bits;
  }

  private void year(int back, YearFacts facts) {
    values.whole(back);
    values.whole(deciding(back, facts));
    values.whole(bits(facts.listed()));
    List<Field> used = used(back, facts);
    fields(used, facts.slots());
    for (Field field : used) {
      origin(facts.source(facts.layout().slot(field.name())));
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
    values.whole(known.size());
    known.forEach(this::items);
  }

  private void items(int dataset, List<LineItem> items) {
    String id = LAYOUTS.datasets().get(dataset).id();
    Set<String> read = reads.items().getOrDefault(id, Set.of());
    values.whole(dataset);
    values.whole(items.size());
    for (LineItem item : items) {
      values.signed(input.year() - item.year());
      fields(
          LAYOUTS.items(id).fields().stream()
              .filter(field -> read.contains(field.name()) && has(item.slots(), field))
              .sorted(Comparator.comparingInt(Field::ordinal))
              .toList(),
          item.slots());
      origin(item.source());
    }
  }

  private void fields(List<Field> used, Slots slots) {
    int from = 0;
    do {
      int first = from < used.size() ? used.get(from).ordinal() : 0;
      long bits = 0;
      int to = from;
      for (; to < used.size() && used.get(to).ordinal() < first + FIELDS; to++) {
        bits |= 1L << (used.get(to).ordinal() - first);
      }
      values.whole(first);
      values.whole(bits << 1 | (to < used.size() ? 1 : 0));
      for (Field field : used.subList(from, to)) {
        value(field, slots, slots.layout().slot(field.name()));
      }
      from = to;
    } while (from < used.size());
  }

  private void value(Field field, Slots slots, int slot) {
    switch (FieldsByOrdinal.kind(field.ordinal())) {
      case AMOUNT -> amount(slots.number(slot));
      case FLAG -> values.whole((long) slots.number(slot));
      case DAY -> values.signed((long) slots.number(slot));
      case TEXT -> {
        String text = slots.text(slot);
        int option = field.options().indexOf(text);
        values.whole(option + 1L);
        if (option < 0) {
          values.text(text == null ? "" : text);
        }
      }
    }
  }

  private void amount(double amount) {
    double cents = Math.rint(amount * CENTS);
    boolean negativeZero = amount == 0 && 1 / amount < 0;
    if (amount == Math.rint(amount) && Math.abs(amount) < EXACT && !negativeZero) {
      values.whole(zigzag((long) amount) << 2 | WHOLE);
    } else if (!negativeZero && Math.abs(cents) < EXACT && cents / CENTS == amount) {
      values.whole(zigzag((long) cents) << 2 | IN_CENTS);
    } else {
      values.whole(BITS);
      values.bits(amount);
    }
  }

  private static long zigzag(long number) {
    return number << 1 ^ number >> 63;
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
