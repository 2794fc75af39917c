package innovation.points.web.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import innovation.points.testkit.TestContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LogLineTest {

  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final Metric ROWS = Metric.count("Rows");
  private static final Metric AGE = Metric.seconds("Age");

  private final TestContext context = new TestContext("ingest", 1000);

  @Test
  void aLineIsItsFieldsInTheirOrder() {
    LogLine.info()
        .text("requestId", "r-1")
        .text("nothing", null)
        .number("rows", 3)
        .number("capacity", 1.50)
        .flag("zone", true)
        .write(context);

    assertThat(context.lines())
        .containsExactly(
            "{\"level\":\"INFO\",\"requestId\":\"r-1\",\"rows\":3,\"capacity\":1.5,\"zone\":true}\n");
  }

  @Test
  void aLineWithMetricsIsADocumentOfTheEmbeddedMetricFormat() throws IOException {
    LogLine.info()
        .text("message", "m-1")
        .dimension("Dataset", "operations")
        .metric(ROWS, 17)
        .metric(AGE, 2.25)
        .write(context, NOON);

    String line = context.lines().getFirst();
    assertThat(problems(line)).isEmpty();
    assertThat(line)
        .isEqualTo(
            """
            {"level":"INFO","message":"m-1","Dataset":"operations","Rows":17,"Age":2.25,\
            "FunctionName":"ingest","_aws":{"Timestamp":1772424000000,"CloudWatchMetrics":[\
            {"Namespace":"InnovationPoints",\
            "Dimensions":[["FunctionName"],["FunctionName","Dataset"]],\
            "Metrics":[{"Name":"Rows","Unit":"Count"},{"Name":"Age","Unit":"Seconds"}]}]}}
            """);
  }

  /** What the format asks for beyond a schema: what is named must be there, and of its kind. */
  @Test
  void everyMetricIsANumberAndEveryDimensionATextOfTheLine() throws IOException {
    LogLine.info().dimension("Dataset", "trade").metric(ROWS, 0).write(context, NOON);

    JsonNode line = read(context.lines().getFirst());
    JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(directive.path("Metrics"))
        .allSatisfy(
            metric -> assertThat(line.path(metric.path("Name").asText()).isNumber()).isTrue());
    assertThat(directive.path("Dimensions"))
        .allSatisfy(
            set ->
                assertThat(set)
                    .allSatisfy(name -> assertThat(line.path(name.asText()).isTextual()).isTrue()));
  }

  @Test
  void theSchemaKnowsABadDocument() throws IOException {
    assertThat(problems("{\"_aws\":{\"Timestamp\":1772424000000,\"CloudWatchMetrics\":[{}]}}"))
        .isNotEmpty();
  }

  /** A level would be put before the line: CloudWatch then finds no JSON and takes no metrics. */
  @Test
  void theRuntimeIsGivenNoLevelToPutBeforeTheLine() {
    LogLine.error().write(context);
    assertThat(context.lines()).containsExactly("{\"level\":\"ERROR\"}\n");
  }

  @Test
  void metricsAreOfATime() {
    assertThatThrownBy(() -> LogLine.info().metric(ROWS, 1).write(context))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> LogLine.info().metric(AGE, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON has no number NaN");
  }

  @Test
  void aCauseIsItsPlaceNotItsWords() throws IOException {
    var fault = new IllegalStateException("the secret", new IOException("another secret"));

    LogLine.error().cause(fault).write(context);

    assertThat(read(context.lines().getFirst()).path("cause").asText())
        .startsWith(
            "java.lang.IllegalStateException at innovation.points.web.log.LogLineTest.aCause")
        .contains(" < java.io.IOException at ")
        .doesNotContain("secret");
  }

  @Test
  void whatIsThrownToLambdaIsTheNameAndThePlaceOfTheFault() {
    var fault = new IllegalStateException("the secret", new IOException("another secret"));

    FaultException thrown = FaultException.of(fault);

    assertThat(thrown)
        .hasMessage("java.lang.IllegalStateException")
        .hasNoCause()
        .hasNoSuppressedExceptions();
    assertThat(thrown.getStackTrace()).isEqualTo(fault.getStackTrace());
    assertThat(FaultException.of(thrown)).isSameAs(thrown);
  }

  @Property
  boolean anyTextComesBackAsItWas(@ForAll String text) throws IOException {
    var recorded = new TestContext("ingest", 1000);
    LogLine.info().text("text", text).write(recorded);
    String line = recorded.lines().getFirst();
    // One event a line, whatever is in it; and the same after UTF-8.
    String carried = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return line.indexOf('\n') == line.length() - 1
        && carried.equals(line)
        && read(line).path("text").asText().equals(text);
  }

  private static JsonNode read(String line) throws JsonProcessingException {
    return new ObjectMapper().readTree(line);
  }

  private static List<String> problems(String line) throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(
            LogLineTest.class.getResourceAsStream("/log/embedded-metrics.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
          .validate(line, InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }
}
