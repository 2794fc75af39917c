package innovation.points.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients generated from the served document, in Java and in TypeScript, compile and make every
 * read call to a running stack: what they read is what the document says. The generator comes with
 * {@code -Pfull}, the compiler of TypeScript with the packages of {@code functions/portal}; where
 * one is missing the test is skipped and says so.
 */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedClientsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path TOOLS = Repository.root().resolve("target/tools");
  private static final Path GENERATOR = TOOLS.resolve("openapi-generator-cli.jar");
  private static final Path ANNOTATIONS = TOOLS.resolve("jakarta.annotation-api.jar");
  private static final Path TSC =
      Repository.root().resolve("functions/portal/node_modules/.bin/tsc");
  private static final String PACKAGE = "org.openapitools.client";

  private static final String TSCONFIG =
      """
      {"compilerOptions": {"target": "es2022", "module": "commonjs", "moduleResolution": "node10",
        "lib": ["es2022", "dom", "dom.iterable"], "types": [], "strict": true, "noEmitOnError": true,
        "outDir": "compiled"}, "include": ["generated/**/*.ts"]}
      """;

  /** Makes the calls of a file by a compiled client, and says of each what came. */
  private static final String CALLS =
      """
      const { readFileSync } = require('node:fs');
      const client = require('./compiled/index.js');
      (async () => {
        for (const { api, operation, token, parameters, address } of JSON.parse(readFileSync('calls.json', 'utf8'))) {
          const configuration = new client.Configuration({
            basePath: address,
            accessToken: token ?? undefined,
            headers: { Accept: 'application/json, */*;q=0.5' },
          });
          let came;
          try {
            const answer = await new client[api](configuration)[operation + 'Raw'](parameters);
            const value = await answer.value();
            came = answer.raw.status + ' ' + (value === undefined ? 'nothing' : 'read');
          } catch (error) {
            came = error.response ? error.response.status + ' ' + (await error.response.text()) : error;
          }
          console.log(operation + ' ' + came);
        }
      })();
      """;

  private Path folder = Path.of("");
  private final DescribedZone zone = new DescribedZone();
  private final List<Call> calls = new ArrayList<>();

  /**
   * A read call.
   *
   * @param api the class of the client: one for each tag
   * @param token null where none is needed
   * @param parameters those that are required
   */
  private record Call(
      String api, String operation, @Nullable String token, Map<String, JsonNode> parameters) {

    static Call of(Operation operation, @Nullable String token, Map<String, String> path) {
      String tag = operation.node().path("tags").path(0).asText();
      return new Call(
          Character.toUpperCase(tag.charAt(0)) + tag.substring(1) + "Api",
          operation.node().path("operationId").asText(),
          token,
          operation.parameters().stream()
              .filter(parameter -> parameter.node().path("required").asBoolean())
              .collect(
                  Collectors.toMap(
                      Operation.Parameter::name,
                      parameter ->
                          parameter.in().equals("path")
                              ? JSON.getNodeFactory().textNode(path.get(parameter.name()))
                              : parameter.node().path("example"))));
    }
  }

  @BeforeAll
  void describe(@TempDir Path fresh) throws Exception {
    folder = fresh;
    assumeTrue(Files.exists(GENERATOR), "generated clients need " + GENERATOR + ", of -Pfull");
    zone.fill();
    JsonNode document = zone.document();
    Files.writeString(folder.resolve("openapi.json"), document.toString());
    for (Operation operation : Operation.of(document)) {
      if (operation.method().equals("GET")) {
        calls.add(Call.of(operation, zone.asker(operation).token(), zone.values(operation)));
      }
    }
    assertThat(calls).hasSizeGreaterThan(60);
  }

  @AfterAll
  void stop() {
    zone.close();
  }

  @Test
  void theClientInTypeScriptReadsEverything() throws Exception {
    assumeTrue(Files.isExecutable(TSC), "a client in TypeScript needs " + TSC);
    Path made = generated("typescript-fetch");
    Files.writeString(made.resolve("tsconfig.json"), TSCONFIG);
    run(made, TSC.toString(), "-p", ".");
    Files.writeString(made.resolve("calls.json"), asked());
    Files.writeString(made.resolve("calls.js"), CALLS);
    assertThat(run(made, "node", "calls.js").lines())
        .containsExactlyElementsOf(
            calls.stream().map(call -> call.operation() + " 200 read").toList());
  }

  private String asked() throws JsonProcessingException {
    var all = JSON.createArrayNode();
    for (Call call : calls) {
      ObjectNode one = JSON.valueToTree(call);
      all.add(one.put("address", address()));
    }
    return JSON.writeValueAsString(all);
  }

  @Test
  void theClientInJavaReadsEverything() throws Exception {
    Path made =
        generated(
            "java",
            "--library",
            "native",
            "--additional-properties",
            "openApiNullable=false,useJakartaEe=true");
    Path compiled = compiled(made.resolve("generated/src/main/java"), made.resolve("compiled"));
    var said = new ArrayList<String>();
    try (var loader =
        new URLClassLoader(
            new URL[] {compiled.toUri().toURL(), ANNOTATIONS.toUri().toURL()},
            GeneratedClientsTest.class.getClassLoader())) {
      for (Call call : calls) {
        said.add(call.operation() + " " + came(loader, call));
      }
    }
    assertThat(said)
        .containsExactlyElementsOf(
            calls.stream().map(call -> call.operation() + " 200 read").toList());
  }

  /** Makes a call by the client in Java. */
  private String came(ClassLoader loader, Call call) throws ReflectiveOperationException {
    Class<?> clientClass = loader.loadClass(PACKAGE + ".ApiClient");
    Object client = clientClass.getConstructor().newInstance();
    clientClass.getMethod("updateBaseUri", String.class).invoke(client, address());
    String token = call.token();
    if (token != null) {
      Consumer<HttpRequest.Builder> signs =
          request -> request.header("Authorization", "Bearer " + token);
      clientClass.getMethod("setRequestInterceptor", Consumer.class).invoke(client, signs);
    }
    var mapper = (ObjectMapper) clientClass.getMethod("getObjectMapper").invoke(client);
    Object api =
        loader
            .loadClass(PACKAGE + ".api." + call.api())
            .getConstructor(clientClass)
            .newInstance(client);
    Method method =
        Arrays.stream(api.getClass().getMethods())
            .filter(each -> each.getName().equals(call.operation() + "WithHttpInfo"))
            .min(Comparator.comparing(Method::getParameterCount))
            .orElseThrow();
    try {
      Object answer =
          method.invoke(
              api,
              Arrays.stream(method.getParameters())
                  .map(parameter -> value(mapper, parameter, call))
                  .toArray());
      Object status = answer.getClass().getMethod("getStatusCode").invoke(answer);
      Object data = answer.getClass().getMethod("getData").invoke(answer);
      return status + " " + (data == null ? "nothing" : "read");
    } catch (InvocationTargetException e) {
      return Objects.toString(e.getCause());
    }
  }

  private static @Nullable Object value(ObjectMapper mapper, Parameter parameter, Call call) {
    // The generator puts a line before what it takes for a word of the language.
    JsonNode value = call.parameters().get(parameter.getName().replaceFirst("^_", ""));
    return value == null ? null : mapper.convertValue(value, parameter.getType());
  }

  private String address() {
    return zone.stack().address().toString().replaceFirst("/$", "");
  }

  /** A folder with a client under {@code generated/}. */
  private Path generated(String language, String... more) throws IOException, InterruptedException {
    Path made = Files.createDirectory(folder.resolve(language));
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", GENERATOR.toString(), "generate"));
    command.addAll(List.of("-i", folder.resolve("openapi.json").toString(), "-g", language));
    command.addAll(List.of("-o", "generated"));
    command.addAll(List.of("--global-property", "apis,models,supportingFiles"));
    command.addAll(List.of(more));
    run(made, command.toArray(String[]::new));
    return made;
  }

  private static Path compiled(Path sources, Path target) throws IOException, URISyntaxException {
    var arguments =
        new ArrayList<>(List.of("-proc:none", "-nowarn", "-parameters", "-encoding", "UTF-8"));
    arguments.addAll(List.of("-d", target.toString(), "-cp", classPath()));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    var said = new StringWriter();
    var out = new PrintWriter(said);
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(out, out, arguments.toArray(String[]::new));
    assertThat(status).as(said.toString()).isZero();
    return target;
  }

  /** What a client in Java needs: Jackson and the annotations. */
  private static String classPath() throws URISyntaxException {
    var path = new ArrayList<>(List.of(ANNOTATIONS.toString()));
    for (Class<?> each :
        List.of(ObjectMapper.class, Version.class, JsonProperty.class, JavaTimeModule.class)) {
      path.add(
          Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return String.join(System.getProperty("path.separator"), path);
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
