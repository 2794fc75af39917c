package innovation.points.acceptance.cloud.jar;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.cloud.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars for Lambda contain the handler that the template names, and nothing unneeded. */
class JarContentsTest {

  private static final Pattern CLASS_NAME =
      Pattern.compile("([a-z_][a-z0-9_]*\\.){2,}[A-Z][A-Za-z0-9_$]*");

  /** Class names in texts that are deliberately not in the jars. */
  private static final Set<String> NOT_NEEDED =
      Set.of(
          // Jackson checks for values and annotations of java.xml, java.sql and java.beans.
          "com.fasterxml.jackson.databind.ext.CoreXMLDeserializers",
          "com.fasterxml.jackson.databind.ext.CoreXMLSerializers",
          "com.fasterxml.jackson.databind.ext.DOMDeserializer$DocumentDeserializer",
          "com.fasterxml.jackson.databind.ext.DOMDeserializer$NodeDeserializer",
          "com.fasterxml.jackson.databind.ext.DOMSerializer",
          "com.fasterxml.jackson.databind.ext.Java7SupportImpl",
          "com.fasterxml.jackson.databind.ext.SqlBlobSerializer",
          "com.fasterxml.jackson.databind.ser.std.SqlDateSerializer",
          "com.fasterxml.jackson.databind.ser.std.SqlTimeSerializer",
          // Log4j asks whether it runs in a servlet container, and how objects are serialized.
          "jakarta.servlet.Servlet",
          "org.apache.logging.log4j.util.internal.DefaultObjectInputFilter",
          // Commons Collections names what it never creates from serialized data.
          "org.apache.commons.collections4.functors.InstantiateTransformer",
          "org.apache.commons.collections4.functors.InvokerTransformer",
          // jsoup's client for pages on the web: tables are read from files.
          "org.jsoup.helper.HttpClientExecutor",
          "org.jsoup.helper.RequestAuthHandler",
          // Signs event streams, which no call here uses.
          "software.amazon.awssdk.http.auth.aws.eventstream.HttpAuthAwsEventStream");

  /** Sizes of the jars in bytes as uploaded, which a cold start must fetch. */
  private static final Map<String, Long> LARGEST =
      Map.of(
          // Nearly four of them are the readers of XLS and HTML.
          "upload", 18_700_000L,
          // A continued file is sent to the queue again, a finished run to its topic: a client
          // each.
          "ingest", 19_000_000L,
          "score", 9_900_000L,
          // Nine of them are the typeface of the analysis report, one half the readings of names.
          "recompute", 26_200_000L,
          // Nine of them are the typeface of letters, nearly ten the writer of documents, one the
          // client of KMS.
          "desk", 36_500_000L,
          // With the English of the API's description, and the search in the index of names.
          "lookup", 11_700_000L,
          "portal", 3_300_000L);

  private final Template template = Template.read();

  JarContentsTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "desk", "lookup", "portal"})
  void theHandlerIsInTheJar(String name) throws IOException {
    var function = template.function(name);
    try (var jar = new ZipFile(Jars.of(function).toFile())) {
      String handler = function.property("/Handler").asText().replace('.', '/') + ".class";
      assertThat(jar.getEntry(handler)).as(handler).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "desk", "lookup", "portal"})
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
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "desk", "lookup", "portal"})
  void theJarIsAsSmallAsItWas(String name) throws IOException {
    assertThat(Files.size(Jars.of(template.function(name)))).isLessThan(LARGEST.get(name));
  }

  /**
   * Functions that only use tables need neither the S3 client nor the readers of uploaded files;
   * lists are written as files there too.
   */
  @ParameterizedTest
  @ValueSource(strings = {"score", "lookup", "portal"})
  void noBucketAndNoFileReaderInTheJar(String name) throws IOException {
    try (var jar = new ZipFile(Jars.of(template.function(name)).toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .noneMatch(entry -> entry.startsWith("software/amazon/awssdk/services/s3/"))
          .noneMatch(entry -> entry.startsWith("de/siegmar/fastcsv/reader/"))
          .noneMatch(
              entry ->
                  entry.startsWith("innovation/points/datasets/reading/container/workbook/Xlsx"));
    }
  }

  /**
   * Unreferenced classes are left out of the jars; this checks those whose names occur in texts.
   */
  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "desk", "lookup", "portal"})
  void whatIsLoadedByItsNameIsInTheJar(String name) throws IOException {
    try (var jar = new ZipFile(Jars.of(template.function(name)).toFile())) {
      var missing = new TreeSet<String>();
      for (ZipEntry entry : classes(jar)) {
        for (String named : classNames(jar, entry)) {
          String file = named.replace('.', '/') + ".class";
          if (jar.getEntry(file) == null && isOnTheClassPath(file)) {
            missing.add(named);
          }
        }
      }
      missing.removeAll(NOT_NEEDED);
      assertThat(missing).isEmpty();
    }
  }

  private static List<? extends ZipEntry> classes(ZipFile jar) {
    return jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
  }

  private static Set<String> classNames(ZipFile jar, ZipEntry entry) throws IOException {
    var names = new HashSet<String>();
    try (InputStream content = jar.getInputStream(entry)) {
      for (PoolEntry constant : ClassFile.of().parse(content.readAllBytes()).constantPool()) {
        if (constant instanceof StringEntry text
            && CLASS_NAME.matcher(text.stringValue()).matches()) {
          names.add(text.stringValue());
        }
      }
    }
    return names;
  }

  private static boolean isOnTheClassPath(String file) {
    var found = JarContentsTest.class.getClassLoader().getResource(file);
    return found != null && !found.getProtocol().equals("jrt");
  }
}
