package innovation.points.scoring.library;

import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The rulebooks that come with the system, one resource each under {@code /rulebooks/}. {@code
 * /rulebooks/index} names each with the digest of its text, one per line, a rulebook before those
 * that extend it. A year may have been published by any of them, so the digest keeps a text from
 * changing unnoticed. Those under {@code /rulebooks/proposed/} govern nothing: they can be looked
 * at and tried, and a zone adopts one by submitting it as its own.
 */
public final class Rulebooks {
  private static final String FOLDER = "/rulebooks/";

  private Rulebooks() {}

  /** Those that govern, in the order of the index; read once, when first asked for. */
  public static List<Rulebook> builtIn() {
    return Holder.BUILT_IN;
  }

  /** Those that govern nothing, in the order of their index; read once, when first asked for. */
  public static List<Rulebook> proposed() {
    return Proposed.RULEBOOKS;
  }

  /** The one of them with an id. */
  public static Optional<Rulebook> proposed(String id) {
    return proposed().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static final class Holder {
    static final List<Rulebook> BUILT_IN = load(read("index"), Rulebooks::read);
  }

  private static final class Proposed {
    static final List<Rulebook> RULEBOOKS =
        read("proposed/index")
            .lines()
            .map(
                id ->
                    RulebookLoader.load(id + ".yaml", read("proposed/" + id + ".yaml"), builtIn()))
            .toList();
  }

  /**
   * The rulebook with an id.
   *
   * @throws IllegalArgumentException where no rulebook has the id
   */
  public static Rulebook named(String id) {
    return builtIn().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "没有规则 "
                        + id
                        + "，现有："
                        + String.join("、", builtIn().stream().map(Rulebook::id).toList())));
  }

  /**
   * Reads the rulebooks that an index names.
   *
   * @param files the texts by file name
   * @throws IllegalStateException where a text does not have the digest in the index
   */
  static List<Rulebook> load(String index, UnaryOperator<String> files) {
    List<Rulebook> loaded = new ArrayList<>();
    for (String line : index.lines().filter(one -> !one.isBlank()).toList()) {
      String[] words = line.split(" ", 2);
      String file = words[0] + ".yaml";
      Rulebook rulebook = RulebookLoader.load(file, files.apply(file), loaded);
      String pinned = words.length == 2 ? words[1] : "";
      if (!rulebook.digest().equals(pinned)) {
        throw new IllegalStateException(
            "expected %s%s with the digest %s of %sindex, found %s: give a changed text a new id, or,"
                    .formatted(FOLDER, file, pinned, FOLDER, rulebook.digest())
                + " where no year was published by it, write the new digest into the index");
      }
      loaded.add(rulebook);
    }
    return List.copyOf(loaded);
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
