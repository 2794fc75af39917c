package innovation.points.acceptance.faults;

import innovation.points.local.LocalStack;
import innovation.points.testkit.GoldenZone;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The departments' files in the bucket, and those in force: per key the newest version that is not
 * rejected, none where it was deleted later. One thread per key.
 */
final class FaultsZone {

  private static final List<String> YEARS = List.of("/2024/", "/2025/");

  /** The version of a key in force. */
  record InForce(String text, Instant at) {}

  private final S3Client bucket;
  private final Map<String, List<String>> files = new TreeMap<>();
  private final Map<String, InForce> inForce = new ConcurrentHashMap<>();

  /**
   * The golden zone, or a part of it.
   *
   * @param share one in this many enterprises is part of it
   */
  FaultsZone(S3Client bucket, int share) throws IOException {
    this.bucket = bucket;
    for (String key : GoldenZone.keys()) {
      if (YEARS.stream().anyMatch(key::contains)) {
        List<String> lines = part(Files.readAllLines(GoldenZone.file(key)), share);
        if (lines.size() > 1) {
          files.put(key, lines);
        }
      }
    }
  }

  /** Reduces a file to the header and the rows of the same enterprises in every file. */
  private static List<String> part(List<String> lines, int share) {
    var part = new ArrayList<>(lines.subList(0, 1));
    lines.stream()
        .skip(1)
        .filter(row -> Math.floorMod(row.split(",", 2)[0].hashCode(), share) == 0)
        .forEach(part::add);
    return part;
  }

  /** The enterprises of a roster. */
  List<String> enterprises(int year) {
    return lines("uploads/science/enterprises/%1$d/enterprises-%1$d.csv".formatted(year)).stream()
        .skip(1)
        .map(row -> row.substring(0, row.indexOf(',')))
        .toList();
  }

  /** The folders {@code uploads/{department}}, each with its keys. */
  Map<String, List<String>> departments() {
    var departments = new LinkedHashMap<String, List<String>>();
    for (String key : files.keySet()) {
      departments.computeIfAbsent(key.split("/", 3)[1], _ -> new ArrayList<>()).add(key);
    }
    return departments;
  }

  void putAll() {
    files.forEach((key, lines) -> put(key, lines, true));
  }

  /** Puts, replaces or deletes one of a department's files, in valid or invalid form. */
  void change(List<String> keys, RandomGenerator random) {
    String key = keys.get(random.nextInt(keys.size()));
    List<String> lines = lines(key);
    boolean roster = key.contains("/enterprises/");
    String target = random.nextInt(3) == 0 && !roster ? key.replace(".csv", "-2.csv") : key;
    switch (random.nextInt(10)) {
      case 0 -> {
        if (roster) {
          put(target, lines, true);
        } else {
          delete(target);
        }
      }
      case 1 -> put(target, lines.subList(1, lines.size()), false);
      case 2, 3 -> put(target, damaged(some(lines, random), random), true);
      default -> put(target, some(lines, random), true);
    }
  }

  private List<String> lines(String key) {
    return Objects.requireNonNull(files.get(key));
  }

  /** The header and at least three rows, in any order. */
  private static List<String> some(List<String> lines, RandomGenerator random) {
    var rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.shuffle(rows, java.util.Random.from(random));
    int least = Math.min(3, rows.size());
    var some = new ArrayList<>(lines.subList(0, 1));
    some.addAll(rows.subList(0, least + random.nextInt(rows.size() - least + 1)));
    return some;
  }

  /** One row has an invalid code. */
  private static List<String> damaged(List<String> lines, RandomGenerator random) {
    var damaged = new ArrayList<>(lines);
    int row = 1 + random.nextInt(lines.size() - 1);
    damaged.set(row, "I" + lines.get(row).substring(1));
    return damaged;
  }

  private void put(String key, List<String> lines, boolean good) {
    String text = String.join("\n", lines) + "\n";
    bucket.putObject(put -> put.bucket(LocalStack.BUCKET).key(key), RequestBody.fromString(text));
    if (good) {
      Instant at =
          bucket.headObject(head -> head.bucket(LocalStack.BUCKET).key(key)).lastModified();
      inForce.put(key, new InForce(text, at));
    }
  }

  private void delete(String key) {
    bucket.deleteObject(delete -> delete.bucket(LocalStack.BUCKET).key(key));
    inForce.remove(key);
  }

  /** Copies the files in force to another bucket, oldest first. */
  void replay(S3Client other) {
    inForce.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().at()))
        .forEach(
            entry ->
                other.putObject(
                    put -> put.bucket(LocalStack.BUCKET).key(entry.getKey()),
                    RequestBody.fromString(entry.getValue().text())));
  }
}
