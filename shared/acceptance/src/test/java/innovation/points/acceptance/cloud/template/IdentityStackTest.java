package innovation.points.acceptance.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.testkit.Repository;
import innovation.points.web.access.Role;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code .ci/stacks/identity.yaml}: its tokens carry the rights that the functions read. */
class IdentityStackTest {

  private final Template stack =
      Template.read(Repository.root().resolve(".ci/stacks/identity.yaml"));

  IdentityStackTest() throws IOException {}

  @Test
  void thereIsAGroupForEveryRole() {
    assertThat(stack.ofType("AWS::Cognito::UserPoolGroup"))
        .extracting(group -> group.property("/GroupName").asText())
        .containsExactlyInAnyOrderElementsOf(Role.groups());
  }

  /** Whoever could write them could become another department, enterprise, bank or person. */
  @Test
  void nobodyWritesAClaimThatARightHangsOn() {
    JsonNode client = stack.resource("Portal").body().path("Properties");
    assertThat(client.path("ReadAttributes"))
        .extracting(JsonNode::asText)
        .contains("name", "custom:department", "custom:uscc", "custom:bank");
    assertThat(client.path("WriteAttributes"))
        .as("without a list, every attribute can be written")
        .extracting(JsonNode::asText)
        .containsExactly("zoneinfo");
  }

  @Test
  void accountsAreMadeByAdministratorsWithASecondFactor() {
    Template.Resource pool = stack.resource("Pool");
    assertThat(pool.property("/AdminCreateUserConfig/AllowAdminCreateUserOnly").asBoolean())
        .isTrue();
    assertThat(pool.property("/MfaConfiguration").asText()).isEqualTo("ON");
  }

  @Test
  void itsOutputsAreParametersOfTheZonesStack() throws IOException {
    JsonNode parameters = Template.read().root().path("Parameters");
    stack
        .root()
        .path("Outputs")
        .fieldNames()
        .forEachRemaining(output -> assertThat(parameters.has(output)).as(output).isTrue());
  }
}
