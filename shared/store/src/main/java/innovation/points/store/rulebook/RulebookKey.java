package innovation.points.store.rulebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys {@code rulebooks/{id}.yaml} of the bucket. */
public final class RulebookKey {

  /** A file may have this many bytes. */
  public static final int MOST_BYTES = 256 * 1024;

  private static final String ID = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";
  private static final Pattern KEY = Pattern.compile("rulebooks/(" + ID + ")\\.yaml");

  private RulebookKey() {}

  /** The key of an id. */
  public static String of(String id) {
    return "rulebooks/%s.yaml".formatted(id);
  }

  /** The id in a key; empty where the key is none of a rulebook. */
  public static Optional<String> id(String key) {
    Matcher matcher = KEY.matcher(key);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Whether a text can be an id: lower-case letters, digits and hyphens, 1 to 64. */
  public static boolean isId(String id) {
    return id.matches(ID);
  }
}
