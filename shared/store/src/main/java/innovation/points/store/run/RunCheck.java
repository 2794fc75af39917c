package innovation.points.store.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a finished run found (contract §3). It never stops the computing.
 *
 * @param value what was found; null where there is no figure, or nothing to compare with
 * @param limit from where on it warns or blocks; null where there is none
 * @param text in Chinese: what was found and what to do
 */
@JsonPropertyOrder({"id", "level", "value", "limit", "text"})
public record RunCheck(
    String id, Level level, @Nullable Double value, @Nullable Double limit, String text) {

  /** How much it weighs. */
  public enum Level {
    INFO,
    WARN,
    /** Publication needs a reason. */
    BLOCK;

    /** As the API spells it. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether publication needs a reason. */
  public boolean blocks() {
    return level == Level.BLOCK;
  }
}
