package innovation.points.acceptance.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Proves that the contract test can fail: undocumented properties are found at every depth. */
class AnswerSchemasTest {

  private final JsonNode document =
      new ObjectMapper()
          .readTree(
              """
              {"components": {"schemas": {
                "Base": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}},
                "More": {"type": "object", "properties": {"b": {"$ref": "#/components/schemas/Base"}}},
                "Both": {"allOf": [
                  {"$ref": "#/components/schemas/Base"}, {"$ref": "#/components/schemas/More"}]},
                "Free": {"type": "object", "properties": {}, "additionalProperties": true}}}}
              """);
  private final AnswerSchemas schemas = new AnswerSchemas(document);

  AnswerSchemasTest() throws IOException {}

  @Test
  void whatIsDescribedPasses() throws IOException {
    assertThat(faults("Both", "{'a':1,'b':{'a':2}}")).isZero();
    assertThat(faults("Base", "{'a':1}")).isZero();
    assertThat(faults("Free", "{'x':1}")).isZero();
  }

  @Test
  void whatIsNotDescribedIsFound() throws IOException {
    assertThat(faults("Base", "{'a':1,'x':1}")).isPositive();
    assertThat(faults("Both", "{'a':1,'x':1}")).isPositive();
    assertThat(faults("Both", "{'a':1,'b':{'a':2,'x':1}}")).isPositive();
  }

  @Test
  void whatIsMissingOrOfAnotherTypeIsFound() throws IOException {
    assertThat(faults("Base", "{}")).isPositive();
    assertThat(faults("Both", "{'a':'1'}")).isPositive();
  }

  private int faults(String name, String body) throws IOException {
    String reference = "{\"$ref\":\"#/components/schemas/" + name + "\"}";
    return schemas.faults(new ObjectMapper().readTree(reference), body.replace('\'', '"')).size();
  }
}
