package innovation.points.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Department;
import innovation.points.local.gateway.SamplePersons;
import innovation.points.local.s3.LocalS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** A token of a sample person of each role, and of each department. */
  record Tokens(
      String bureau,
      String approver,
      String auditor,
      String bank,
      Map<String, String> departments) {}

  static EndpointsFile of(LocalStack stack) {
    var departments = new TreeMap<String, String>();
    for (Department department : Catalogue.load().departments()) {
      departments.put(department.id(), token(stack, "department", department.id()));
    }
    return new EndpointsFile(
        stack.api(),
        stack.api(),
        stack.s3().endpoint(),
        LocalStack.BUCKET,
        LocalS3.REGION.id(),
        LocalS3.ACCESS_KEY_ID,
        LocalS3.SECRET_ACCESS_KEY,
        new Tokens(
            token(stack, "bureau", null),
            token(stack, "approver", null),
            token(stack, "auditor", null),
            token(stack, "bank", null),
            departments),
        ProcessHandle.current().pid(),
        stack.dynamoDb().orElse(null));
  }

  private static String token(LocalStack stack, String group, @Nullable String department) {
    return stack.token(SamplePersons.first(group, department));
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
