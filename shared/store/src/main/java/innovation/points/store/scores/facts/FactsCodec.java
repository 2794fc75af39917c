package innovation.points.store.scores.facts;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.plan.FieldsRead;
import innovation.points.store.facts.FactLayouts;
import innovation.points.store.facts.FactLayouts.Shelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The facts that a score was computed from as bytes, and back: the rows of files they were read
 * from, each with its values by the ordinals of the catalogue. Thread-safe.
 *
 * <p>By year: how many years before the evaluation year, the datasets delivered, those that list
 * the enterprise, rows. By line-item dataset: its ordinal, rows. A row: the number of its file, its
 * own number, its values, each after the ordinal of its field. At the end the stages published
 * before.
 */
final class FactsCodec {

  private static final double CENTS = 100;
  private static final double EXACT = 1L << 50;

  /** How an amount is written, in the two lowest bits. */
  private static final int WHOLE = 0;

  private static final int IN_CENTS = 1;
  private static final int BITS = 2;

  private static final FactLayouts LAYOUTS = FactLayouts.load();
  private static final YearFacts NO_FACTS = new YearFacts(Map.of(), Set.of());
  private static final Field[] FIELDS = fields();
  private static final int[] SLOTS = slots();

  private FactsCodec() {}

  /** The bytes and the files that they name, in the order of the numbers given to them. */
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  record Written(byte[] bytes, List<FileNames.Source> files) {}

  private static Field[] fields() {
    var byOrdinal = new Field[256];
    for (Dataset dataset : LAYOUTS.datasets()) {
      dataset.fields().forEach(field -> byOrdinal[field.ordinal()] = field);
    }
    return byOrdinal;
  }

  /** By ordinal; a field stands in one layout only, but for the name, which no rule reads. */
  private static int[] slots() {
    var slots = new int[256];
    for (Dataset dataset : LAYOUTS.datasets()) {
      Shelf shelf =
          dataset.shape() == Shape.LINE_ITEMS ? LAYOUTS.items(dataset.id()) : LAYOUTS.year();
      for (int slot = 0; slot < shelf.fields().size(); slot++) {
        slots[shelf.fields().get(slot).ordinal()] = slot;
      }
    }
    return slots;
  }

  static Written write(ScoringInput input, FieldsRead reads) {
    var writer = new Writer(input, reads);
    writer.write();
    return new Written(writer.out.bytes(), List.copyOf(writer.files.keySet()));
  }

  private static final class Writer {
    private final ScoringInput input;
    private final FieldsRead reads;
    private final ByteWriter out = new ByteWriter();
    private final Map<FileNames.Source, Integer> files = new LinkedHashMap<>();

    Writer(ScoringInput input, FieldsRead reads) {
      this.input = input;
      this.reads = reads;
    }

    void write() {
      var years = new TreeMap<Integer, YearFacts>();
      for (int year : input.deliveries().datasets().keySet()) {
        years.put(input.year() - year, NO_FACTS);
      }
      input.facts().years().forEach((year, facts) -> years.put(input.year() - year, facts));
      years.headMap(0, false).clear();
      years.entrySet().removeIf(one -> saysNothing(one.getKey(), one.getValue()));
      out.whole(years.size());
      years.forEach(this::year);
      items();
      var stages = new TreeMap<>(input.publishedStages());
      out.whole(stages.size());
      stages.forEach(
          (year, stage) -> {
            out.signed(input.year() - year);
            out.text(stage);
          });
    }

    private boolean saysNothing(int back, YearFacts facts) {
      return facts.listed().isEmpty() && rows(back, facts).isEmpty() && deciding(back, facts) == 0;
    }

    /**
     * The datasets whose delivery decides what their absence means: those that do not list the
     * enterprise. What is delivered beside them changes no score, and so no row.
     */
    private long deciding(int back, YearFacts facts) {
      Set<String> delivered =
          input.deliveries().datasets().getOrDefault(input.year() - back, Set.of());
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
      out.whole(back);
      out.whole(deciding(back, facts));
      out.whole(bits(facts.listed()));
      Map<Source, List<Integer>> rows = rows(back, facts);
      out.whole(rows.size());
      rows.forEach((source, used) -> row(LAYOUTS.year(), facts.slots(), source, used));
    }

    /** The slots that are read, by the row they came from. */
    private Map<Source, List<Integer>> rows(int back, YearFacts facts) {
      Slots slots = facts.slots();
      var rows = new LinkedHashMap<Source, List<Integer>>();
      for (int slot = 0; slot < slots.layout().size(); slot++) {
        Source source = facts.source(slot);
        if (source != null && reads.reads(slots.layout().field(slot), back)) {
          rows.computeIfAbsent(source, _ -> new ArrayList<>()).add(slot);
        }
      }
      return rows;
    }

    private void items() {
      var known = new TreeMap<Integer, List<LineItem>>();
      for (Dataset dataset : LAYOUTS.datasets()) {
        List<LineItem> items =
            input.facts().items(dataset.id()).stream()
                .filter(item -> reads.counts(dataset.id(), item.year(), input.year()))
                .toList();
        if (!items.isEmpty()) {
          known.put(dataset.ordinal(), items);
        }
      }
      out.whole(known.size());
      known.forEach(this::items);
    }

    private void items(int dataset, List<LineItem> items) {
      String id = LAYOUTS.datasets().get(dataset).id();
      Set<String> read = reads.items().getOrDefault(id, Set.of());
      out.whole(dataset);
      out.whole(items.size());
      for (LineItem item : items) {
        out.signed(input.year() - item.year());
        Slots slots = item.slots();
        var used = new ArrayList<Integer>();
        for (int slot = 0; slot < slots.layout().size(); slot++) {
          if (slots.has(slot) && read.contains(slots.layout().field(slot))) {
            used.add(slot);
          }
        }
        row(LAYOUTS.items(id), slots, item.source(), used);
      }
    }

    private void row(Shelf shelf, Slots slots, Source source, List<Integer> used) {
      var file = new FileNames.Source(source.key(), source.version());
      Integer number = files.putIfAbsent(file, files.size());
      out.whole(number == null ? files.size() - 1 : number);
      out.whole(source.row());
      out.whole(used.size());
      for (int slot : used) {
        String name = slots.layout().field(slot);
        Field field = shelf.fields().get(shelf.layout().slot(name));
        out.whole(field.ordinal());
        value(field, slots, slot);
      }
    }

    private void value(Field field, Slots slots, int slot) {
      String text = slots.text(slot);
      switch (field.type()) {
        case NUMBER, INTEGER -> amount(slots.number(slot));
        case BOOLEAN -> out.whole((long) slots.number(slot));
        case DATE -> out.signed((long) slots.number(slot));
        case ENUM, STRING, CODE, USCC -> {
          int option = field.options().indexOf(text);
          out.whole(option + 1L);
          if (option < 0) {
            out.text(text == null ? "" : text);
          }
        }
      }
    }

    private void amount(double amount) {
      double cents = Math.rint(amount * CENTS);
      boolean negativeZero = amount == 0 && 1 / amount < 0;
      if (amount == Math.rint(amount) && Math.abs(amount) < EXACT && !negativeZero) {
        out.whole(zigzag((long) amount) << 2 | WHOLE);
      } else if (!negativeZero && Math.abs(cents) < EXACT && cents / CENTS == amount) {
        out.whole(zigzag((long) cents) << 2 | IN_CENTS);
      } else {
        out.whole(BITS);
        out.bits(amount);
      }
    }

    private static long zigzag(long number) {
      return number << 1 ^ number >> 63;
    }

    private static long bits(Set<String> datasets) {
      long bits = 0;
      for (Dataset dataset : LAYOUTS.datasets()) {
        bits |= datasets.contains(dataset.id()) ? 1L << dataset.ordinal() : 0;
      }
      return bits;
    }
  }

  static ScoringInput read(String uscc, int year, byte[] bytes, List<FileNames.Source> files) {
    return new Reader(uscc, year, bytes, files).read();
  }

  private static final class Reader {
    private final String uscc;
    private final int year;
    private final ByteReader in;
    private final List<FileNames.Source> files;

    Reader(String uscc, int year, byte[] bytes, List<FileNames.Source> files) {
      this.uscc = uscc;
      this.year = year;
      this.in = new ByteReader(bytes);
      this.files = files;
    }

    ScoringInput read() {
      var years = new HashMap<Integer, YearFacts>();
      var delivered = new HashMap<Integer, Set<String>>();
      for (int left = in.count(); left > 0; left--) {
        int of = year - in.count();
        delivered.put(of, DatasetSets.of(in.whole()));
        Set<String> listed = DatasetSets.of(in.whole());
        var facts = new YearFacts.Builder(LAYOUTS.year().layout());
        int rows = in.count();
        for (int row = rows; row > 0; row--) {
          row(facts);
        }
        if (rows > 0 || !listed.isEmpty()) {
          years.put(of, facts.build(listed));
        }
      }
      Map<String, List<LineItem>> items = items();
      var stages = new HashMap<Integer, String>();
      for (int left = in.count(); left > 0; left--) {
        stages.put(year - (int) in.signed(), in.text());
      }
      return new ScoringInput(
          year, new EnterpriseFacts(uscc, years, items), new Deliveries(delivered), stages);
    }

    private Source source() {
      FileNames.Source file = files.get(in.count());
      return new Source(file.key(), file.version(), in.count());
    }

    private void row(YearFacts.Builder facts) {
      Source source = source();
      for (int left = in.count(); left > 0; left--) {
        int ordinal = in.count();
        Field field = FIELDS[ordinal];
        double number = number(field);
        if (Double.isNaN(number)) {
          facts.text(SLOTS[ordinal], in.text(), source);
        } else {
          facts.number(SLOTS[ordinal], number, source);
        }
      }
    }

    private Map<String, List<LineItem>> items() {
      var items = new HashMap<String, List<LineItem>>();
      for (int sets = in.count(); sets > 0; sets--) {
        String dataset = LAYOUTS.datasets().get(in.count()).id();
        Layout layout = LAYOUTS.items(dataset).layout();
        int count = in.count();
        var all = new ArrayList<LineItem>(count);
        for (int left = count; left > 0; left--) {
          all.add(item(layout));
        }
        items.put(dataset, all);
      }
      return items;
    }

    private LineItem item(Layout layout) {
      int of = year - (int) in.signed();
      Source source = source();
      var slots = new Slots.Builder(layout);
      for (int left = in.count(); left > 0; left--) {
        int ordinal = in.count();
        Field field = FIELDS[ordinal];
        double number = number(field);
        if (Double.isNaN(number)) {
          slots.text(SLOTS[ordinal], in.text());
        } else {
          slots.number(SLOTS[ordinal], number);
        }
      }
      return new LineItem(of, slots.build(), source);
    }

    /** A number, or the code of a text; not a number where a text without a code follows. */
    private double number(Field field) {
      return switch (field.type()) {
        case NUMBER, INTEGER -> amount();
        case BOOLEAN -> in.whole();
        case DATE -> in.signed();
        case ENUM, STRING, CODE, USCC -> {
          int option = in.count();
          yield option == 0 ? Double.NaN : option - 1;
        }
      };
    }

    private double amount() {
      long written = in.whole();
      long number = written >>> 2;
      long signed = number >>> 1 ^ -(number & 1);
      return switch ((int) (written & 3)) {
        case WHOLE -> signed;
        case IN_CENTS -> signed / CENTS;
        case BITS -> in.bits();
        default -> throw new IllegalStateException("expected an amount, found " + written);
      };
    }
  }

  /** Sets of datasets by their ordinals; the same few stand in every row. */
  private static final class DatasetSets {
    private static final Map<Long, Set<String>> KNOWN = new ConcurrentHashMap<>();

    static Set<String> of(long bits) {
      Set<String> known = KNOWN.get(bits);
      return known == null ? KNOWN.computeIfAbsent(bits, DatasetSets::made) : known;
    }

    private static Set<String> made(long bits) {
      var datasets = new HashSet<String>();
      for (Dataset dataset : LAYOUTS.datasets()) {
        if ((bits >>> dataset.ordinal() & 1) != 0) {
          datasets.add(dataset.id());
        }
      }
      return Set.copyOf(datasets);
    }
  }
}
