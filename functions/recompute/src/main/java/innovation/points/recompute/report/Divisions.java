package innovation.points.recompute.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The divisions of GB/T 4754-2017 (行业大类), read once from {@code divisions.txt}. */
final class Divisions {

  private static final int CODE = 3;

  private Divisions() {}

  private static final class Holder {
    static final Map<String, String> NAMES = read();
  }

  /** A division as people call it, {@code 通用设备制造业}; the code itself where it is unknown. */
  static String name(String code) {
    return Holder.NAMES.getOrDefault(code, code);
  }

  private static Map<String, String> read() {
    try (InputStream in = Divisions.class.getResourceAsStream("divisions.txt")) {
      if (in == null) {
        throw new IllegalStateException("expected the resource divisions.txt, found none");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(
              Collectors.toUnmodifiableMap(
                  line -> line.substring(0, CODE), line -> line.substring(CODE + 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
