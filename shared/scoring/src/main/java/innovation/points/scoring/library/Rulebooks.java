package innovation.points.scoring.library;

import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rulebooks that come with the system, one resource each under {@code /rulebooks/}. */
public final class Rulebooks {
  private static final String FOLDER = "/rulebooks/";

  private Rulebooks() {}

  /** All of them, by the order of {@code /rulebooks/index}; read once, when first asked for. */
  public static List<Rulebook> builtIn() {
    return Holder.BUILT_IN;
  }

  private static final class Holder {
    static final List<Rulebook> BUILT_IN = ids().stream().map(Rulebooks::load).toList();
  }

  /**
   * The one of that id.
   *
   * @throws IllegalArgumentException where none has that id
   */
  public static Rulebook named(String id) {
    if (!ids().contains(id)) {
      throw new IllegalArgumentException("没有规则 " + id + "，现有：" + String.join("、", ids()));
    }
    return load(id);
  }

  private static List<String> ids() {
    return read("index").lines().filter(line -> !line.isBlank()).toList();
  }

  private static Rulebook load(String id) {
    String file = id + ".yaml";
    return RulebookLoader.load(file, read(file));
  }

  private static String read(String file) {
    try (InputStream in = Rulebooks.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FOLDER + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
