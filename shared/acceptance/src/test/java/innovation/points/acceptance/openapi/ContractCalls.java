package innovation.points.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.testkit.GeneratedPart;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of calls in {@code docs/contract.md}, made from the document: one a tag. */
final class ContractCalls {

  static final GeneratedPart TABLES =
      new GeneratedPart(
          "docs/contract.md",
          "by the command of CONTRIBUTING, \"Add a route\". -->\n",
          "<!-- End of the calls. -->\n");

  /** What lists have in common, said once. */
  private static final Set<String> OF_EVERY_LIST = Set.of("limit", "cursor", "format");

  private ContractCalls() {}

  static String made(JsonNode document) {
    List<Operation> operations = Operation.of(document);
    return document
        .path("tags")
        .valueStream()
        .map(
            tag ->
                "\n### %s\n\n%s\n"
                    .formatted(
                        tag.path("x-en").asText(),
                        table(
                            operations.stream()
                                .filter(
                                    one -> one.node().path("tags").path(0).equals(tag.path("name")))
                                .toList())))
        .collect(Collectors.joining());
  }

  private static String table(List<Operation> operations) {
    return "| call | who | answer |\n|---|---|---|\n"
        + operations.stream().map(ContractCalls::row).collect(Collectors.joining("\n"));
  }

  private static String row(Operation operation) {
    String query =
        operation.in("query").stream()
            .map(Operation.Parameter::name)
            .filter(name -> !OF_EVERY_LIST.contains(name))
            .map(name -> name + "=")
            .collect(Collectors.joining("&"));
    return "| `%s%s` | %s | %s |"
        .formatted(
            operation.key(),
            query.isEmpty() ? "" : "?" + query,
            operation.isPublic() ? "public" : String.join(", ", operation.roles()),
            operation.node().path("x-en").asText().strip().replace("|", "\\|"));
  }
}
