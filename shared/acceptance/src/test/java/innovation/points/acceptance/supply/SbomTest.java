package innovation.points.acceptance.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.acceptance.supply.LockFile.Line;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bill of materials beside each jar lists what the lock says goes into it, and nothing else.
 */
class SbomTest {

  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "desk", "lookup", "portal"})
  void theBillListsWhatIsLockedForTheJar(String function) throws IOException {
    var locked = new TreeMap<String, String>();
    for (Line line : LockFile.read().lines()) {
      if (line.where().contains(function)) {
        String[] name = line.name().split(":", -1);
        locked.put(String.join(":", name[0], name[1], name[2]), line.sha256());
      }
    }
    var billed = new TreeMap<String, String>();
    for (JsonNode component : bill(function).path("components")) {
      if (!component.path("group").asText().equals("innovation.points")) {
        billed.put(coordinates(component), sha256(component));
      }
    }
    assertThat(billed).isNotEmpty().isEqualTo(locked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "desk", "lookup", "portal"})
  void theBillIsTheSameInEveryBuild(String function) throws IOException {
    JsonNode bill = bill(function);
    assertThat(bill.path("serialNumber").asText()).as("made of the name").matches(".*-3...-.*-.*");
    assertThat(bill.at("/metadata/timestamp").asText("2026-01-01T00:00:00Z"))
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  private static JsonNode bill(String function) throws IOException {
    Path module = Repository.root().resolve("functions").resolve(function).resolve("target");
    Path bill = module.resolve("bom.json");
    if (!Files.exists(bill)
        || Files.getLastModifiedTime(bill)
                .compareTo(Files.getLastModifiedTime(Repository.root().resolve("pom.xml")))
            < 0) {
      abort("no bill of this build, run mvn verify (not -o): " + bill);
    }
    return new ObjectMapper().readTree(Files.readAllBytes(bill));
  }

  private static String coordinates(JsonNode component) {
    return String.join(
        ":",
        component.path("group").asText(),
        component.path("name").asText(),
        component.path("version").asText());
  }

  private static String sha256(JsonNode component) {
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-256")) {
        return hash.path("content").asText();
      }
    }
    return "";
  }
}
