package innovation.points.datasets.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The divisions of GB/T 4754-2017 (行业大类), read once from {@code datasets/divisions.txt}: the names
 * of codes such as {@code C34}.
 */
public final class Divisions {

  private static final int CODE = 3;

  private Divisions() {}

  private static final class Holder {
    static final Map<String, String> NAMES = read();
  }

  /** The name of a division, {@code 通用设备制造业}; the code itself where it is unknown. */
  public static String name(String code) {
    return Holder.NAMES.getOrDefault(code, code);
  }

  /** All names by code, in the order of the standard. */
  public static Map<String, String> names() {
    return Holder.NAMES;
  }

  private static Map<String, String> read() {
    Map<String, String> names = new LinkedHashMap<>();
    Resources.text("divisions.txt")
        .lines()
        .forEach(line -> names.put(line.substring(0, CODE), line.substring(CODE + 1)));
    return Collections.unmodifiableMap(names);
  }
}
