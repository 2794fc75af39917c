package innovation.points.store.scores.facts;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.store.facts.FactLayouts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link FactsWriter} wrote, with the origins of the values or without. Texts are made
 * of their bytes when they are asked for. Not thread-safe, and used once.
 */
final class FactsReader implements Slots.Words {
  private static final FactLayouts LAYOUTS = FactLayouts.load();
  private static final double[] MISSING = missing();
  private static final Source UNREAD = new Source("", "", 0);

  private final ByteReader in;
  private final @Nullable Origins origins;

  /** With the values alone. */
  FactsReader(byte[] bytes) {
    this.in = new ByteReader(bytes, 0);
    in.count();
    this.origins = null;
  }

  /** With the files by the numbers that the bytes call them. */
  FactsReader(byte[] bytes, List<FileNames.Source> files) {
    this.in = new ByteReader(bytes, 0);
    int values = in.count();
    this.origins = new Origins(new ByteReader(bytes, in.place() + values), files);
  }

  private static double[] missing() {
    int most = LAYOUTS.year().layout().size();
    for (Dataset dataset : LAYOUTS.datasets()) {
      most = Math.max(most, dataset.fields().size());
    }
    var missing = new double[most];
    Arrays.fill(missing, Double.NaN);
    return missing;
  }

  ScoringInput read(String uscc, int year) {
    var years = new HashMap<Integer, YearFacts>();
    var delivered = new HashMap<Integer, Set<String>>();
    for (int left = in.count(); left > 0; left--) {
      int of = year - in.count();
      delivered.put(of, DatasetSets.of(in.whole()));
      Set<String> listed = DatasetSets.of(in.whole());
      year(of, listed, years);
    }
    var items = new HashMap<String, List<LineItem>>();
    for (int sets = in.count(); sets > 0; sets--) {
      String dataset = LAYOUTS.datasets().get(in.count()).id();
      items.put(dataset, items(LAYOUTS.items(dataset).layout(), year));
    }
    var stages = new HashMap<Integer, String>();
    for (int left = in.count(); left > 0; left--) {
      int of = year - (int) in.signed();
      stages.put(of, in.text(in.skipText()));
    }
    return new ScoringInput(
        year, new EnterpriseFacts(uscc, years, items), new Deliveries(delivered), stages);
  }

  private void year(int of, Set<String> listed, Map<Integer, YearFacts> years) {
    Layout layout = LAYOUTS.year().layout();
    double[] numbers = Arrays.copyOf(MISSING, layout.size());
    @Nullable Source @Nullable [] sources = origins == null ? null : new Source[layout.size()];
    if (fields(numbers, sources) || !listed.isEmpty()) {
      years.put(of, new YearFacts(Slots.of(layout, numbers, this), sources, listed));
    }
  }

  private List<LineItem> items(Layout layout, int year) {
    int count = in.count();
    var items = new ArrayList<LineItem>(count);
    for (int i = 0; i < count; i++) {
      int of = year - (int) in.signed();
      double[] numbers = Arrays.copyOf(MISSING, layout.size());
      fields(numbers, null);
      items.add(new LineItem(of, Slots.of(layout, numbers, this), origin()));
    }
    return items;
  }

  /** Reads fields into their slots; returns whether there are any. */
  private boolean fields(double[] numbers, @Nullable Source @Nullable [] sources) {
    long bits;
    boolean any = false;
    do {
      int first = in.count();
      bits = in.whole();
      any |= bits != 0;
      for (long left = bits >>> 1; left != 0; left &= left - 1) {
        int ordinal = first + Long.numberOfTrailingZeros(left);
        int slot = FieldsByOrdinal.slot(ordinal);
        numbers[slot] = number(FieldsByOrdinal.kind(ordinal));
        if (sources != null) {
          sources[slot] = origin();
        }
      }
    } while ((bits & 1) != 0);
    return any;
  }

  private double number(Layout.Kind kind) {
    return switch (kind) {
      case AMOUNT -> amount();
      case FLAG -> in.whole();
      case DAY -> in.signed();
      case TEXT -> {
        int option = in.count();
        yield option == 0 ? -1 - in.skipText() : option - 1;
      }
    };
  }

  private double amount() {
    long written = in.whole();
    long number = written >>> 2;
    long signed = number >>> 1 ^ -(number & 1);
    return switch ((int) (written & 3)) {
      case FactsWriter.WHOLE -> signed;
      case FactsWriter.IN_CENTS -> signed / FactsWriter.CENTS;
      case FactsWriter.BITS -> in.bits();
      default -> throw new IllegalStateException("expected an amount, found " + written);
    };
  }

  private Source origin() {
    return origins == null ? UNREAD : origins.next();
  }

  @Override
  public String at(int place) {
    return in.text(place);
  }

  private static final class Origins {
    private final ByteReader in;
    private final List<FileNames.Source> files;
    private Source last = UNREAD;
    private int left;

    Origins(ByteReader in, List<FileNames.Source> files) {
      this.in = in;
      this.files = files;
    }

    Source next() {
      if (left == 0) {
        FileNames.Source file = files.get(in.count());
        last = new Source(file.key(), file.version(), in.count());
        left = in.count();
      }
      left--;
      return last;
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
