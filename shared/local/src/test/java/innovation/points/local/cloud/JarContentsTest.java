package innovation.points.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is packed for Lambda: the handler the template names, and nothing that has no place there.
 */
class JarContentsTest {

  private static final long MOST_UNPACKED = 60L * 1024 * 1024;

  private final Template template = Template.read();

  JarContentsTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "lookup", "portal"})
  void theHandlerIsInTheJar(String name) throws IOException {
    var function = template.function(name);
    try (var jar = new ZipFile(Jars.of(function).toFile())) {
      String handler = function.property("/Handler").asText().replace('.', '/') + ".class";
      assertThat(jar.getEntry(handler)).as(handler).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "lookup", "portal"})
  void onlyWhatLambdaNeedsIsInTheJar(String name) throws IOException {
    try (var jar = new ZipFile(Jars.of(template.function(name)).toFile())) {
      List<String> entries = jar.stream().map(ZipEntry::getName).toList();
      assertThat(entries)
          .noneMatch(entry -> entry.startsWith("innovation/points/local/"))
          .as("DynamoDB Local may not be redistributed")
          .noneMatch(entry -> entry.startsWith("software/amazon/dynamodb/"))
          .noneMatch(entry -> entry.startsWith("com/amazonaws/services/dynamodbv2/"))
          .as("the local stack stays local")
          .noneMatch(entry -> entry.startsWith("org/gaul/"))
          .noneMatch(entry -> entry.startsWith("org/eclipse/jetty/"))
          .as("the JDK's HTTP client is the only one")
          .noneMatch(entry -> entry.startsWith("software/amazon/awssdk/http/apache"))
          .noneMatch(entry -> entry.startsWith("software/amazon/awssdk/http/nio/"))
          .as("tests stay at home")
          .noneMatch(entry -> entry.startsWith("org/junit/"))
          .noneMatch(entry -> entry.startsWith("org/assertj/"));
      assertThat(jar.stream().mapToLong(ZipEntry::getSize).sum()).isLessThan(MOST_UNPACKED);
    }
  }
}
