package innovation.points.web.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query of an address.
 *
 * @param values by name, in order; one given twice has two values
 * @param damaged what could not be decoded, unchanged
 */
public record Query(Map<String, List<String>> values, List<String> damaged) {

  /** The raw query where the gateway gives it: its map joins repeated values by commas. */
  public static Query of(APIGatewayV2HTTPEvent event) {
    String raw = event.getRawQueryString();
    if (raw != null && !raw.isEmpty()) {
      return parse(raw);
    }
    var values = new LinkedHashMap<String, List<String>>();
    Map<String, String> map = event.getQueryStringParameters();
    if (map != null) {
      map.forEach((name, value) -> values.put(name, List.of(value)));
    }
    return new Query(values, List.of());
  }

  static Query parse(String raw) {
    var values = new LinkedHashMap<String, List<String>>();
    var damaged = new ArrayList<String>();
    for (String pair : raw.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
      Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1), true);
      if (name.isPresent() && value.isPresent()) {
        values.computeIfAbsent(name.get(), _ -> new ArrayList<>()).add(value.get());
      } else {
        damaged.add(pair);
      }
    }
    return new Query(values, damaged);
  }

  /** The value of a parameter that is given exactly once. */
  public Optional<String> single(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** The same query with one parameter set. */
  public Query with(String name, String value) {
    var all = new LinkedHashMap<>(values);
    all.put(name, List.of(value));
    return new Query(all, damaged);
  }

  /** As in an address. */
  public String encoded() {
    var pairs = new ArrayList<String>();
    values.forEach(
        (name, all) -> all.forEach(value -> pairs.add(encode(name) + "=" + encode(value))));
    return String.join("&", pairs);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Percent-decodes strict UTF-8. */
  public static Optional<String> decode(String text, boolean plusIsSpace) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        if (i + 2 >= text.length() || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
          return Optional.empty();
        }
        bytes.write(Integer.parseInt(text, i + 1, i + 3, 16));
        i += 2;
      } else if (c == '+' && plusIsSpace) {
        bytes.write(' ');
      } else {
        int end = Character.isHighSurrogate(c) && i + 1 < text.length() ? i + 2 : i + 1;
        bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
      }
    }
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0 && c < 0x80;
  }
}
