package innovation.points.web.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor what asks for the part after this; absent from the last
 */
public record Page<T>(
    List<T> items, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {
  public Page {
    items = List.copyOf(items);
  }
}
