package innovation.points.acceptance.openapi;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to the API; nulls where there is none. */
record Ask(@Nullable String token, Map<String, String> headers, @Nullable String body) {
  static final Ask PUBLIC = new Ask(null, Map.of(), null);

  static Ask by(String token) {
    return new Ask(token, Map.of(), null);
  }

  Ask with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Ask(token, more, body);
  }

  Ask sending(String text) {
    return new Ask(token, headers, text);
  }
}
