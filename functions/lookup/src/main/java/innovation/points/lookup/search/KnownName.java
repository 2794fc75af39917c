package innovation.points.lookup.search;

import innovation.points.store.names.NameFold;
import innovation.points.store.names.NameLine;
import java.util.List;

/**
 * A name ready to be compared: folding it takes longer than comparing it.
 *
 * @param whole folded
 * @param core the same without its 公司形式
 * @param readings of each character of the core in order; empty where they are not known
 */
record KnownName(String uscc, String whole, String core, List<List<String>> readings) {

  KnownName {
    readings = List.copyOf(readings);
  }

  static KnownName of(NameLine line) {
    String whole = NameFold.fold(line.name());
    return new KnownName(line.uscc(), whole, NameFold.core(whole), line.readings());
  }
}
