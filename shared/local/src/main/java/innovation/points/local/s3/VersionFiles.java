package innovation.points.local.s3;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A bucket's versions as files: the bytes in {@code data/{versionId}}, their attributes in {@code
 * versions/{versionId}.json}. The second is moved into place last and atomically, so a version
 * exists completely or not at all, whenever the process dies. Works on any file system, including
 * one in memory.
 */
final class VersionFiles {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUFFIX = ".json";

  private final Path versions;
  private final Path data;
  private final Path unfinished;

  VersionFiles(Path folder) {
    versions = folder.resolve("versions");
    data = folder.resolve("data");
    unfinished = folder.resolve("unfinished");
    try {
      Files.createDirectories(versions);
      Files.createDirectories(data);
      Files.createDirectories(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All versions, oldest first; deletes incomplete files of a dead process. */
  List<StoredVersion> load() {
    try {
      sweep(unfinished, Set.of());
      var loaded = new ArrayList<StoredVersion>();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(versions)) {
        for (Path file : files) {
          loaded.add(JSON.readValue(Files.readAllBytes(file), StoredVersion.class));
        }
      }
      var known = new HashSet<String>();
      loaded.forEach(version -> known.add(version.versionId()));
      sweep(data, known);
      loaded.sort(Comparator.comparingLong(StoredVersion::sequence));
      return loaded;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path newFile() {
    return unfinished.resolve(UUID.randomUUID().toString());
  }

  /** Stores a version; {@code bytes} is a file from {@link #newFile()} and is moved. */
  void commit(StoredVersion version, Path bytes) {
    try {
      Files.move(bytes, data.resolve(version.versionId()), StandardCopyOption.ATOMIC_MOVE);
      commit(version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stores a delete marker. */
  void commit(StoredVersion marker) {
    try {
      Path file = newFile();
      Files.write(file, JSON.writeValueAsBytes(marker));
      Files.move(
          file, versions.resolve(marker.versionId() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FileChannel open(StoredVersion version) throws IOException {
    return FileChannel.open(data.resolve(version.versionId()));
  }

  void delete(StoredVersion version) {
    try {
      Files.deleteIfExists(versions.resolve(version.versionId() + SUFFIX));
      Files.deleteIfExists(data.resolve(version.versionId()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep(Path folder, Set<String> known) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!known.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }
}
