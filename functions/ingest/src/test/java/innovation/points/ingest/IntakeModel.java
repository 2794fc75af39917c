package innovation.points.ingest;

import innovation.points.store.facts.FileVersion;
import innovation.points.store.uploads.UploadId;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.testkit.Usccs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the tables must hold, said by the bucket alone: it knows what was put and deleted in which
 * order, and by construction which contents are good. It shares no rule with the code under test.
 */
final class IntakeModel {

  /**
   * A content of which is known what it is worth.
   *
   * @param good revenue by enterprise, of the rows that are to be taken
   * @param status what its check must say
   */
  record Content(String text, Map<String, Integer> good, UploadStatus status) {}

  /**
   * Something that happened to a key.
   *
   * @param content empty for a deletion
   */
  private record Change(String version, Optional<Content> content) {}

  /** Who reports its own figures, too, and for whom the bureau enters some. */
  static final String OWN = Usccs.of(1);

  static final String SELF_REPORT = "uploads/enterprise/operations/2025/%s.csv".formatted(OWN);
  static final String BUREAUS = "uploads/bureau/operations/2025/%s.csv".formatted(OWN);

  /** The strongest first. */
  private static final List<String> SOURCES = List.of("tax", "bureau", "public", "enterprise");

  private final Map<String, List<Change>> changes = new TreeMap<>();

  /** The uploads of which a person has said that they are right. */
  private final Set<String> confirmed = new TreeSet<>();

  /** What was last said of a revenue that the enterprise reports. */
  private final Map<Integer, Boolean> verified = new TreeMap<>();

  /** Uploads that are held, by key and content: what a person could confirm. */
  List<Map.Entry<String, String>> held() {
    var held = new ArrayList<Map.Entry<String, String>>();
    changes.forEach(
        (key, all) ->
            all.stream()
                .flatMap(change -> change.content().stream())
                .filter(content -> content.status() == UploadStatus.HELD)
                .forEach(content -> held.add(Map.entry(key, id(key, content)))));
    return held;
  }

  static boolean isOfOne(String key) {
    return key.equals(SELF_REPORT) || key.equals(BUREAUS);
  }

  void verify(int revenue, boolean confirmed) {
    verified.put(revenue, confirmed);
  }

  /** What was found of a revenue in a file: nothing, {@code true} or {@code false}. */
  private String found(String key, int revenue) {
    return key.equals(SELF_REPORT) && verified.containsKey(revenue)
        ? Boolean.toString(verified.get(revenue))
        : "";
  }

  /**
   * The revenues that may count, one line each as {@link #counted}: those of the strongest source,
   * of which two files are equally strong. None where there is no figure, or the only one is
   * refused.
   */
  Set<String> counting(String uscc) {
    for (String source : SOURCES) {
      var lines = new TreeSet<String>();
      changes.forEach(
          (key, all) ->
              inForce(key, all)
                  .filter(_ -> key.startsWith("uploads/" + source + "/"))
                  .flatMap(Change::content)
                  .map(content -> content.good().get(uscc))
                  .filter(revenue -> !found(key, revenue).equals("false"))
                  .ifPresent(
                      revenue ->
                          lines.add(
                              counted(
                                  key,
                                  revenue,
                                  key.equals(SELF_REPORT) && found(key, revenue).isEmpty()))));
      if (!lines.isEmpty()) {
        return lines;
      }
    }
    return Set.of();
  }

  static String counted(String key, int revenue, boolean unverified) {
    return "%s %d%s".formatted(key, revenue, unverified ? " unverified" : "");
  }

  void confirm(String upload) {
    confirmed.add(upload);
  }

  private static String id(String key, Content content) {
    return UploadId.ofContent(key, sha256(content.text()));
  }

  /** What becomes of a content once nothing is left to be done. */
  private UploadStatus status(String key, Content content) {
    return content.status() == UploadStatus.HELD && confirmed.contains(id(key, content))
        ? UploadStatus.ACCEPTED
        : content.status();
  }

  void put(String key, String version, Content content) {
    changes
        .computeIfAbsent(key, _ -> new ArrayList<>())
        .addFirst(new Change(version, Optional.of(content)));
  }

  void delete(String key, String version) {
    changes
        .computeIfAbsent(key, _ -> new ArrayList<>())
        .addFirst(new Change(version, Optional.empty()));
  }

  Set<String> keys() {
    return changes.keySet();
  }

  /** One line a fact: file, enterprise, version, revenue, what was found of it. */
  Set<String> facts() {
    var facts = new TreeSet<String>();
    changes.forEach(
        (key, all) ->
            inForce(key, all)
                .ifPresent(
                    change ->
                        change
                            .content()
                            .ifPresent(
                                content ->
                                    content
                                        .good()
                                        .forEach(
                                            (uscc, revenue) ->
                                                facts.add(
                                                    fact(
                                                        key,
                                                        uscc,
                                                        change.version(),
                                                        revenue,
                                                        found(key, revenue)))))));
    return facts;
  }

  static String fact(String key, String uscc, String version, int revenue, String found) {
    return "%s %s %s %d %s".formatted(key, uscc, version, revenue, found);
  }

  /** File ids of the owner's files in force. */
  Set<String> deliveries() {
    var files = new TreeSet<String>();
    changes.forEach(
        (key, all) -> {
          if (key.startsWith("uploads/tax/") && inForce(key, all).isPresent()) {
            files.add(FileVersion.fileId(key));
          }
        });
    return files;
  }

  /** One line an upload: key, id, status, newest version with its content. */
  Set<String> uploads() {
    var uploads = new TreeMap<String, String>();
    changes.forEach(
        (key, all) -> {
          Optional<Content> current = inForce(key, all).flatMap(Change::content);
          for (Change change : all.reversed()) {
            if (change.content().isPresent()) {
              Content content = change.content().get();
              String id = UploadId.ofContent(key, sha256(content.text()));
              UploadStatus found = status(key, content);
              UploadStatus status =
                  !found.acceptable() || current.equals(change.content())
                      ? found
                      : UploadStatus.WITHDRAWN;
              uploads.put(key + id, upload(key, id, status, change.version()));
            }
          }
        });
    return new TreeSet<>(uploads.values());
  }

  static String upload(String key, String id, UploadStatus status, String version) {
    return "%s %s %s %s".formatted(key, id, status, version);
  }

  private Optional<Change> inForce(String key, List<Change> newestFirst) {
    for (Change change : newestFirst) {
      if (change.content().isEmpty()) {
        return Optional.empty();
      }
      if (status(key, change.content().get()).acceptable()) {
        return Optional.of(change);
      }
    }
    return Optional.empty();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
