package innovation.points.local.s3;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;

/** Multipart uploads as files: one folder per upload, one file per part. */
final class MultipartUploads {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String START = "start.json";
  private static final int NO_SUCH_PART = 400;

  private final Path root;

  MultipartUploads(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root);
  }

  /** The attributes given when an upload begins; its object receives them on completion. */
  record Start(
      String id,
      String key,
      long startedMillis,
      Map<String, String> headers,
      Map<String, String> metadata) {}

  /**
   * One received part.
   *
   * @param number 1..10000
   * @param md5 lower-case hex
   * @param size bytes
   */
  record StoredPart(int number, String md5, long size, long modifiedMillis, Path file) {}

  Start begin(
      String key, long startedMillis, Map<String, String> headers, Map<String, String> metadata)
      throws IOException {
    var start = new Start(UUID.randomUUID().toString(), key, startedMillis, headers, metadata);
    Path folder = Files.createDirectory(root.resolve(start.id()));
    Files.write(folder.resolve(START), JSON.writeValueAsBytes(start));
    return start;
  }

  StoredPart put(String id, int number, InputStream body, @Nullable Long size, @Nullable String md5)
      throws IOException {
    Path folder = folder(id);
    Payload payload =
        Payload.receive(body, folder.resolve("receiving-" + UUID.randomUUID()), size, md5);
    Path file = folder.resolve("part-%05d-%s-%d".formatted(number, payload.md5(), payload.size()));
    Files.move(payload.file(), file, StandardCopyOption.REPLACE_EXISTING);
    for (StoredPart other : parts(id)) {
      if (other.number() == number && !other.file().equals(file)) {
        Files.delete(other.file());
      }
    }
    return part(file);
  }

  /** The received parts, by number; empty where there is no such upload. */
  List<StoredPart> parts(String id) throws IOException {
    var parts = new ArrayList<StoredPart>();
    Path folder = root.resolve(id);
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "part-*")) {
        for (Path file : files) {
          parts.add(part(file));
        }
      }
    }
    parts.sort(Comparator.comparingInt(StoredPart::number));
    return parts;
  }

  List<Start> list() throws IOException {
    var starts = new ArrayList<Start>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root)) {
      for (Path folder : folders) {
        starts.add(start(folder.getFileName().toString()));
      }
    }
    starts.sort(Comparator.comparing(Start::key, Bucket.KEY_ORDER).thenComparing(Start::id));
    return starts;
  }

  Start start(String id) throws IOException {
    return JSON.readValue(Files.readAllBytes(folder(id).resolve(START)), Start.class);
  }

  /**
   * Joins the named parts into one file, with an ETag as in S3: the MD5 of the MD5s, and a count.
   */
  Payload join(String id, List<Integer> numbers, Path target) throws IOException {
    List<StoredPart> stored = parts(id);
    MessageDigest digest = Payload.newMd5();
    long size = 0;
    try (OutputStream output = Files.newOutputStream(target)) {
      for (int number : numbers) {
        StoredPart part =
            stored.stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst()
                .orElseThrow(() -> S3Exceptions.fromStatusCode(NO_SUCH_PART));
        Files.copy(part.file(), output);
        digest.update(HexFormat.of().parseHex(part.md5()));
        size += part.size();
      }
    }
    return new Payload(
        target, size, HexFormat.of().formatHex(digest.digest()) + "-" + numbers.size());
  }

  void end(String id) throws IOException {
    Path folder = folder(id);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private Path folder(String id) {
    Path folder = root.resolve(id).normalize();
    if (!root.equals(folder.getParent()) || !Files.isDirectory(folder)) {
      throw S3Exceptions.invalidRequest("no such upload: " + id);
    }
    return folder;
  }

  private static StoredPart part(Path file) throws IOException {
    String[] name = file.getFileName().toString().split("-", 4);
    return new StoredPart(
        Integer.parseInt(name[1]),
        name[2],
        Long.parseLong(name[3]),
        Files.getLastModifiedTime(file).toMillis(),
        file);
  }
}
