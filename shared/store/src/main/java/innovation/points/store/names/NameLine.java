package innovation.points.store.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An enterprise in the index.
 *
 * @param name null-free: the empty text where the roster does not give one
 * @param readings of each character of the name's core in order: all pinyin without tones that it
 *     can have, or the character itself where it has none
 */
public record NameLine(String uscc, String name, List<List<String>> readings) {

  public NameLine {
    readings = readings.stream().map(List::copyOf).toList();
  }

  /** As a line of the index. */
  String write() {
    return String.join(
        "\t",
        uscc,
        name.replaceAll("\\p{Cntrl}", " "),
        String.join(" ", readings.stream().map(one -> String.join("/", one)).toList()));
  }

  static NameLine read(String line) {
    String[] parts = line.split("\t", -1);
    var readings = new ArrayList<List<String>>();
    if (!parts[2].isEmpty()) {
      for (String one : parts[2].split(" ", -1)) {
        readings.add(Arrays.asList(one.split("/", -1)));
      }
    }
    return new NameLine(parts[0], parts[1], readings);
  }
}
