package innovation.points.acceptance.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.acceptance.cloud.template.CallGraph.Method;
import innovation.points.acceptance.cloud.template.Template.Resource;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operators' documents, the alarms and the dashboard match the system. */
class RunbookTest {

  private static final String ALARMS = "innovation-points-${Zone}-";
  private static final String NAMESPACE = "InnovationPoints";
  private static final String METRIC = "innovation/points/web/log/Metric";

  private final Template template = Template.read();
  private final Template steps = Template.steps();
  private final Deployment deployment = Deployment.inEurope(template);
  private final String runbook = page("runbook.md");

  RunbookTest() throws IOException {}

  @Test
  void everyAlarmHasItsSectionAndEverySectionItsAlarm() {
    List<String> alarms =
        Stream.of(template, steps)
            .flatMap(stack -> stack.ofType("AWS::CloudWatch::Alarm").stream())
            .map(alarm -> alarm.property("/AlarmName/Fn::Sub").asText().replace(ALARMS, ""))
            .toList();
    List<String> sections = found(runbook, "(?m)^## (\\S+)$").toList();
    assertThat(sections).containsExactlyInAnyOrderElementsOf(alarms);
  }

  @Test
  void everyQueueOfDeadLettersHasACommandForItsOwn() {
    for (Resource queue : template.ofType("AWS::SQS::Queue")) {
      if (queue.id().endsWith("DeadLetters")) {
        assertThat(found(runbook, "(?s)```sh\\n([^`]*)```"))
            .as(queue.id())
            .anyMatch(command -> command.contains("\"$(output " + queue.id()));
      }
    }
  }

  @Test
  void whatACommandAsksOfTheStackTheStackTells() {
    Set<String> outputs =
        template.root().path("Outputs").properties().stream()
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(found(runbook, "\\$\\(output (\\w+)\\)"))
        .isNotEmpty()
        .allSatisfy(output -> assertThat(outputs).contains(output));
  }

  @Test
  void theLogsAreWhereTheCommandsLook() {
    assertThat(template.ofType("AWS::Logs::LogGroup"))
        .allSatisfy(
            log ->
                assertThat(log.property("/LogGroupName/Fn::Sub").asText())
                    .startsWith("/innovation-points/${Zone}/"));
  }

  @Test
  void everyTestThatStopsAThreatExists() throws IOException {
    List<String> named = found(page("threats.md"), "`([A-Z]\\w+(?:\\.\\w+)?)`").toList();
    Map<String, String> sources = sources();
    assertThat(named)
        .isNotEmpty()
        .allSatisfy(
            name -> {
              String[] parts = name.split("\\.", 2);
              assertThat(sources).containsKey(parts[0]);
              if (parts.length == 2) {
                assertThat(sources.get(parts[0]))
                    .containsPattern("(void|Stream<DynamicTest>|boolean) " + parts[1] + "\\(");
              }
            });
  }

  /** An alarm on a metric that nobody writes would never fire. */
  @Test
  void everyMetricOfOursInAnAlarmIsWrittenByThatFunction() {
    assertThat(
            template.ofType("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.property("/Namespace").asText().equals(NAMESPACE))
                .filter(alarm -> alarm.property("/MetricName").isTextual()))
        .isNotEmpty()
        .allSatisfy(
            alarm -> {
              assertThat(alarm.property("/Dimensions")).hasSize(1);
              assertThat(alarm.property("/Dimensions/0/Name").asText()).isEqualTo("FunctionName");
              String function =
                  Template.nameOf(
                      template.resource(Template.target(alarm.property("/Dimensions/0/Value"))));
              assertThat(written(function)).contains(alarm.property("/MetricName").asText());
            });
  }

  /** Lambda itself says so, in the log of whose time was up; no class of ours could. */
  @Test
  void aTimeOutInAnyLogIsCounted() {
    JsonNode alarmed = template.resource("TimeOutsAlarm").property("/MetricName");
    assertThat(template.ofType("AWS::Logs::MetricFilter"))
        .hasSameSizeAs(template.functions())
        .allSatisfy(
            filter -> {
              assertThat(filter.property("/FilterPattern").asText())
                  .isEqualTo("\"Task timed out\"");
              assertThat(filter.property("/MetricTransformations/0/MetricName")).isEqualTo(alarmed);
            })
        .extracting(filter -> Template.target(filter.property("/LogGroupName")))
        .containsExactlyInAnyOrderElementsOf(
            template.functions().stream()
                .map(each -> Template.target(each.property("/LoggingConfig/LogGroup")))
                .toList());
  }

  @Test
  void theDashboardShowsEveryMetricThatIsWritten() throws IOException {
    var shown = new TreeSet<String>();
    for (JsonNode widget : widgets()) {
      for (JsonNode metric : widget.at("/properties/metrics")) {
        if (metric.path(0).asText().equals(NAMESPACE)) {
          shown.add(metric.path(3).asText() + " " + metric.path(1).asText());
          assertThat(metric.path(2).asText()).isEqualTo("FunctionName");
        }
        found(
                metric.path(0).path("expression").asText(),
                "FunctionName=\"(\\w+)\" MetricName=\"(\\w+)\"")
            .forEach(shown::add);
      }
    }
    var written = new TreeSet<String>();
    for (Resource function : template.functions()) {
      written(Template.nameOf(function)).forEach(name -> written.add(function.id() + " " + name));
    }
    assertThat(shown).isEqualTo(written);
  }

  @Test
  void noWidgetLiesOnAnother() throws IOException {
    var taken = new TreeSet<String>();
    for (JsonNode widget : widgets()) {
      for (int x = 0; x < widget.path("width").asInt(); x++) {
        for (int y = 0; y < widget.path("height").asInt(); y++) {
          assertThat(
                  taken.add((widget.path("x").asInt() + x) + " " + (widget.path("y").asInt() + y)))
              .as(widget.at("/properties/title").asText())
              .isTrue();
        }
      }
      assertThat(widget.path("x").asInt() + widget.path("width").asInt()).isLessThanOrEqualTo(24);
    }
  }

  private JsonNode widgets() throws IOException {
    Resource dashboard = template.ofType("AWS::CloudWatch::Dashboard").getFirst();
    return new ObjectMapper()
        .readTree(deployment.text(dashboard.property("/DashboardBody")))
        .path("widgets");
  }

  /** The names in the classes that write a function's metrics. */
  private Set<String> written(String function) {
    var code = CallGraph.from(template.function(function).property("/Handler").asText());
    Predicate<Method> metrics =
        method ->
            method.name().equals("<clinit>")
                && code.callees(method).anyMatch(called -> called.owner().equals(METRIC));
    return code.methods().filter(metrics).flatMap(code::constants).collect(Collectors.toSet());
  }

  private static Map<String, String> sources() throws IOException {
    var sources = new HashMap<String, String>();
    for (String wing : List.of("shared", "functions")) {
      try (Stream<Path> files = Files.walk(Repository.root().resolve(wing))) {
        var tests =
            new ArrayList<>(files.filter(file -> file.toString().endsWith(".java")).toList());
        tests.removeIf(file -> !file.toString().contains("/src/test/"));
        for (Path file : tests) {
          String name = Objects.requireNonNull(file.getFileName()).toString();
          sources.merge(name.replace(".java", ""), Files.readString(file), String::concat);
        }
      }
    }
    return sources;
  }

  private static String page(String name) throws IOException {
    return Files.readString(Repository.root().resolve("docs").resolve(name));
  }

  /** The groups of each match, separated by spaces. */
  private static Stream<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(
            (MatchResult match) ->
                match.groupCount() == 1 ? match.group(1) : match.group(1) + " " + match.group(2));
  }
}
