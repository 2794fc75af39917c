package innovation.points.acceptance.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.cloud.template.CallGraph.Method;
import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every environment variable that a function reads is set, and every variable set is read. */
class TemplateEnvironmentTest {

  private static final Predicate<String> VARIABLE =
      Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*").asMatchPredicate();

  private final Template template = Template.read();

  TemplateEnvironmentTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "desk", "lookup", "portal"})
  void whatIsReadIsSetAndWhatIsSetIsRead(String name) {
    var function = template.function(name);
    var code = CallGraph.from(function.property("/Handler").asText());
    Set<String> set =
        function.property("/Environment/Variables").properties().stream()
            .map(entry -> entry.getKey())
            .collect(Collectors.toSet());
    assertThat(variables(code)).containsExactlyInAnyOrderElementsOf(set);
  }

  /** The names in the classes that read single variables or receive all of them. */
  private static Set<String> variables(CallGraph code) {
    Set<String> readers =
        code.methods()
            .flatMap(method -> code.callees(method).flatMap(called -> reader(code, method, called)))
            .collect(Collectors.toSet());
    return code.methods()
        .filter(method -> readers.contains(method.owner()))
        .flatMap(code::constants)
        .filter(VARIABLE)
        .collect(Collectors.toSet());
  }

  private static Stream<String> reader(CallGraph code, Method caller, Method called) {
    if (!called.owner().equals("java/lang/System") || !called.name().equals("getenv")) {
      return Stream.of();
    }
    if (called.descriptor().startsWith("(Ljava/lang/String;)")) {
      return Stream.of(caller.owner());
    }
    return code.callees(caller)
        .filter(settings -> settings.owner().startsWith("innovation/points/"))
        .filter(settings -> settings.descriptor().startsWith("(Ljava/util/Map;"))
        .map(Method::owner);
  }
}
