package innovation.points.acceptance.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The content of {@code template.yaml}, with CloudFormation's short tags in their full form. */
public record Template(String text, JsonNode root) {

  /** A resource with its logical id. */
  public record Resource(String id, JsonNode body) {
    public String type() {
      return body.path("Type").asText();
    }

    /**
     * A property by JSON pointer, {@code /VpcConfig/SubnetIds}; a missing node where there is none.
     */
    public JsonNode property(String pointer) {
      return body.path("Properties").at(pointer);
    }
  }

  public static Template read() throws IOException {
    return read(Repository.root().resolve("template.yaml"));
  }

  /** The stack within the zone's that computes a year in steps. */
  public static Template steps() throws IOException {
    return read(Repository.root().resolve(".ci/stacks/steps.yaml"));
  }

  /** Another template than the zone's. */
  public static Template read(Path file) throws IOException {
    String text = Files.readString(file);
    Object plain = new Yaml(new CloudFormation()).load(text);
    return new Template(text, new ObjectMapper().valueToTree(plain));
  }

  public Stream<Resource> resources() {
    return root.path("Resources").properties().stream()
        .map(entry -> new Resource(entry.getKey(), entry.getValue()));
  }

  public List<Resource> ofType(String type) {
    return resources().filter(resource -> resource.type().equals(type)).toList();
  }

  public Resource resource(String id) {
    return resources()
        .filter(resource -> resource.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("template.yaml declares no " + id));
  }

  /** A function by the name of its folder. */
  public Resource function(String name) {
    return functions().stream()
        .filter(function -> nameOf(function).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("template.yaml has no function " + name));
  }

  public List<Resource> functions() {
    return ofType("AWS::Serverless::Function");
  }

  /** The folder under {@code functions/} with its code. */
  public static String nameOf(Resource function) {
    return Path.of(function.property("/CodeUri").asText()).getName(1).toString();
  }

  /** The logical id that a {@code !Ref}, or the resource part of a {@code !GetAtt}, names. */
  public static String target(JsonNode reference) {
    return reference.has("Ref")
        ? reference.path("Ref").asText()
        : reference.path("Fn::GetAtt").path(0).asText();
  }

  /** Every value below a node, depth first, the node itself included. */
  public static Stream<JsonNode> everything(JsonNode node) {
    Stream<JsonNode> children = Stream.of();
    if (node.isContainerNode()) {
      children = node.valueStream().flatMap(Template::everything);
    }
    return Stream.concat(Stream.of(node), children);
  }

  /** A value, or the values of a list. */
  public static List<JsonNode> listed(JsonNode valueOrList) {
    if (valueOrList.isMissingNode()) {
      return List.of();
    }
    return valueOrList.isArray() ? valueOrList.valueStream().toList() : List.of(valueOrList);
  }

  private static final class CloudFormation extends SafeConstructor {
    CloudFormation() {
      super(new LoaderOptions());
      // Errors that CloudFormation itself reports.
      getLoadingConfig().setAllowDuplicateKeys(false);
      getLoadingConfig().setMaxAliasesForCollections(0);
      yamlMultiConstructors.put("!", new Intrinsic());
    }

    private final class Intrinsic extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String name = node.getTag().getValue().substring(1);
        String function = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
        Object argument = argument(node);
        if (name.equals("GetAtt") && argument instanceof String dotted) {
          argument = List.of(dotted.split("\\.", 2));
        }
        Map<String, Object> written = new LinkedHashMap<>();
        written.put(function, argument);
        return written;
      }

      private Object argument(Node node) {
        return switch (node) {
          case ScalarNode scalar -> scalar.getValue();
          case SequenceNode sequence -> new ArrayList<Object>(constructSequence(sequence));
          case MappingNode mapping -> new LinkedHashMap<>(constructMapping(mapping));
          default -> throw new IllegalStateException("what is " + node + "?");
        };
      }
    }
  }
}
