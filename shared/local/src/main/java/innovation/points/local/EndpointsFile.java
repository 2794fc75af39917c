package innovation.points.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Department;
import innovation.points.local.s3.LocalS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code endpoints.json}: the addresses and tokens of a running stack (contract §4).
 *
 * @param dynamodb null where the tables are not reachable from outside
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndpointsFile(
    URI api,
    URI portal,
    URI s3,
    String bucket,
    String region,
    String accessKeyId,
    String secretAccessKey,
    Tokens tokens,
    long pid,
    @Nullable URI dynamodb) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A token for the bureau and for each department. */
  record Tokens(String bureau, Map<String, String> departments) {}

  static EndpointsFile of(LocalStack stack) {
    var departments = new TreeMap<String, String>();
    for (Department department : Catalogue.load().departments()) {
      departments.put(department.id(), stack.token(List.of("department"), department.id(), null));
    }
    return new EndpointsFile(
        stack.api(),
        stack.api(),
        stack.s3().endpoint(),
        LocalStack.BUCKET,
        LocalS3.REGION.id(),
        LocalS3.ACCESS_KEY_ID,
        LocalS3.SECRET_ACCESS_KEY,
        new Tokens(stack.token(List.of("bureau"), null, null), departments),
        ProcessHandle.current().pid(),
        stack.dynamoDb().orElse(null));
  }

  /** Writes the file atomically: a program may be waiting for it. */
  void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Path written = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(
          written, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
      Files.move(
          written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
