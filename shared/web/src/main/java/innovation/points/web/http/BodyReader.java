package innovation.points.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.web.http.Problem.Fault;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a JSON body into a record, and reports all its faults at once. */
public final class BodyReader {
  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          String.class, "文字",
          int.class, "整数",
          Integer.class, "整数",
          long.class, "整数",
          Long.class, "整数",
          double.class, "数字",
          Double.class, "数字",
          boolean.class, "true 或 false",
          Boolean.class, "true 或 false");

  private BodyReader() {}

  public static boolean isJson(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  public static <T extends Record> T read(byte[] body, Class<T> type) {
    JsonNode document = parse(body);
    var faults = new ArrayList<Fault>();
    RecordComponent[] components = type.getRecordComponents();
    noteUnknown(document, components, faults);
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(document, components[i], faults);
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
    return construct(type, components, values);
  }

  private static JsonNode parse(byte[] body) {
    if (body.length == 0) {
      throw refusal("请求正文应为一个 JSON 对象，收到的正文为空");
    }
    JsonNode document;
    try {
      document = Json.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      String place =
          where == null ? "" : "（第 " + where.getLineNr() + " 行第 " + where.getColumnNr() + " 列附近）";
      throw refusal("请求正文不是有效的 JSON" + place);
    } catch (IOException e) {
      throw refusal("请求正文不是 UTF-8 编码的 JSON");
    }
    if (!document.isObject()) {
      throw refusal("请求正文应为一个 JSON 对象");
    }
    return document;
  }

  private static void noteUnknown(
      JsonNode document, RecordComponent[] components, List<Fault> faults) {
    var known = new HashSet<String>();
    for (RecordComponent component : components) {
      known.add(component.getName());
    }
    for (var names = document.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        faults.add(fault(name, "没有字段 " + Parameters.shown(name)));
      }
    }
  }

  private static @Nullable Object value(
      JsonNode document, RecordComponent component, List<Fault> faults) {
    String name = component.getName();
    JsonNode node = document.get(name);
    if (node == null || node.isNull()) {
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        faults.add(fault(name, "缺少字段 " + name));
      }
      return null;
    }
    try {
      Object value = convert(node, component.getGenericType());
      noteMissing(name, value, faults);
      return value;
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String expected = EXPECTED.getOrDefault(component.getType(), "规定的结构");
      String found = Parameters.shown(node.toString());
      faults.add(fault(name, "字段 " + name + " 应为" + expected + "，收到：" + found));
      return null;
    }
  }

  /** A list or map of a body has no null in it; what may be null is asked for as a node. */
  private static void noteMissing(String name, Object value, List<Fault> faults) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) == null) {
          faults.add(fault(name, i, "字段 %s 的第 %d 项不应为 null".formatted(name, i + 1)));
        }
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, one) -> {
            if (one == null) {
              String shown = Parameters.shown(String.valueOf(key));
              faults.add(fault(name, key, "字段 %s 的 %s 不应为 null".formatted(name, shown)));
            }
          });
    }
  }

  private static Object convert(JsonNode node, Type type) throws JsonProcessingException {
    var mapper = Json.mapper();
    return mapper.treeToValue(node, mapper.constructType(type));
  }

  private static <T extends Record> T construct(
      Class<T> type, RecordComponent[] components, @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof ProblemException refusal) {
        throw refusal;
      }
      if (e.getCause() instanceof IllegalArgumentException faults) {
        throw refusal(Objects.requireNonNullElse(faults.getMessage(), "请求正文有误"));
      }
      throw new IllegalStateException(type + " refuses what was read", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  private static Fault fault(String name, String detail) {
    return new Fault("body", Parameters.shown(pointer(name)), detail);
  }

  private static Fault fault(String name, Object part, String detail) {
    String pointer = pointer(name) + pointer(String.valueOf(part));
    return new Fault("body", Parameters.shown(pointer), detail);
  }

  private static String pointer(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static ProblemException refusal(String detail) {
    return new ProblemException(Problem.badRequest("body", "", detail));
  }
}
