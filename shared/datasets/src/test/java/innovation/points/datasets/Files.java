package innovation.points.datasets;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.BadKey;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files to check, and what is found in them. */
public final class Files {

  static final String A = "91410700J514A8YWFT";
  static final String B = "91410700XCXGJP7RLN";
  static final String C = "91410700WHF8W4N400";
  public static final UploadKey OPERATIONS = key("uploads/tax/operations/2025/a.csv");
  static final Roster ROSTER = Roster.of(java.util.Map.of(A, "甲公司", B, "乙公司", C, "丙公司"));

  private Files() {}

  public static UploadKey key(String key) {
    return switch (UploadKey.parse(key)) {
      case UploadKey good -> good;
      case BadKey(FileProblem problem) -> throw new AssertionError(problem.message());
    };
  }

  static Path csv(Path folder, String text) {
    return csv(folder, text, StandardCharsets.UTF_8);
  }

  static Path csv(Path folder, String text, Charset charset) {
    return bytes(folder, text.getBytes(charset));
  }

  public static Path bytes(Path folder, byte[] bytes) {
    try {
      return java.nio.file.Files.write(
          java.nio.file.Files.createTempFile(folder, "upload", ".csv"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path resource(Path folder, String name) {
    try (InputStream in = Files.class.getResourceAsStream(name)) {
      return bytes(folder, java.util.Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static CheckedFile check(UploadKey key, Path file) {
    return check(key, file, ROSTER);
  }

  public static CheckedFile check(UploadKey key, Path file, Roster roster) {
    try {
      return new FileChecker(Catalogue.load()).check(key, file, roster);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<AcceptedRow> accepted(CheckedFile file) {
    List<AcceptedRow> rows = new ArrayList<>();
    try {
      file.forEachAccepted(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** {@code code row column}, for each. */
  public static List<String> places(List<FileProblem> problems) {
    return problems.stream()
        .map(p -> p.code().id() + " " + p.row() + " " + p.columnLetter())
        .toList();
  }

  static List<String> messages(List<FileProblem> problems) {
    return problems.stream().map(FileProblem::message).toList();
  }
}
