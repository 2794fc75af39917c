package innovation.points.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The tree is the data binder's own. */
class JsonTreeTest {

  private static final String DOCUMENT =
      """
      {"text":"甲\\n\\"","int":-7,"long":9007199254740993,"big":123456789012345678901234567890,\
      "double":0.1,"true":true,"false":false,"null":null,\
      "list":[1,[],{}],"object":{"b":{"c":"d"},"a":2}}""";

  @Test
  void readsAndWritesWhatTheBinderDoes() throws IOException {
    JsonNode tree = JsonTree.read(DOCUMENT);

    assertThat(tree).isEqualTo(new ObjectMapper().readTree(DOCUMENT));
    assertThat(JsonTree.read(DOCUMENT.getBytes(StandardCharsets.UTF_8))).isEqualTo(tree);
    assertThat(JsonTree.write(tree)).isEqualTo(DOCUMENT);
  }

  @Test
  void writesDecimalsWithoutAnExponent() {
    assertThat(JsonTree.write(DecimalNode.valueOf(new BigDecimal("1E-7")))).isEqualTo("0.0000001");
  }

  @Test
  void nothingIsAMissingNodeAndAHalfIsRefused() throws IOException {
    assertThat(JsonTree.read("").isMissingNode()).isTrue();
    assertThatThrownBy(() -> JsonTree.read("{\"a\":[1,"))
        .isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> JsonTree.read("Records")).isInstanceOf(JsonProcessingException.class);
  }
}
