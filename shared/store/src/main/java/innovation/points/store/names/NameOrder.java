package innovation.points.store.names;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The order in which Chinese lists names; equal ones by code. */
final class NameOrder {

  private record Keyed(CollationKey key, NameLine line) {}

  private NameOrder() {}

  static List<NameLine> sorted(List<NameLine> names) {
    Collator chinese = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
    return names.stream()
        .map(line -> new Keyed(chinese.getCollationKey(line.name()), line))
        .sorted(
            Comparator.comparing(Keyed::key)
                .thenComparing(Keyed::line, Comparator.comparing(NameLine::uscc)))
        .map(Keyed::line)
        .toList();
  }
}
