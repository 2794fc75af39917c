package innovation.points.ingest.rulebook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.ingest.bucket.Download;
import innovation.points.ingest.bucket.ObjectEntry;
import innovation.points.ingest.bucket.ObjectEntry.Content;
import innovation.points.ingest.bucket.ObjectHistory;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.RulebookException;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.rulebook.RulebookFile;
import innovation.points.store.rulebook.StoredRulebooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Takes rulebooks that somebody put into the bucket as {@code rulebooks/{id}.yaml}: checked whole,
 * their cases run, all problems named. The newest version of a key counts. A rulebook that was
 * taken stays: neither another text under its id nor deleting the file changes it.
 */
public final class RulebookIntake {

  private static final int MOST_BYTES = 256 * 1024;
  private static final Pattern KEY =
      Pattern.compile("rulebooks/([a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?)\\.yaml");

  private final S3Client s3;
  private final String bucket;
  private final ObjectHistory history;
  private final StoredRulebooks stored;
  private final Supplier<List<Rulebook>> builtIn;

  /** What is found in a file. */
  private record Finding(@Nullable Rulebook rulebook, List<String> problems) {

    static Finding problem(String problem) {
      return new Finding(null, List.of(problem));
    }
  }

  /**
   * @param builtIn asked for where a rulebook has come
   */
  public RulebookIntake(
      S3Client s3, String bucket, StoredRulebooks stored, Supplier<List<Rulebook>> builtIn) {
    this.s3 = s3;
    this.bucket = bucket;
    this.history = new ObjectHistory(s3, bucket);
    this.stored = stored;
    this.builtIn = builtIn;
  }

  /** Looks at a key; as often as it is asked, it ends in the same. */
  public void take(String key) {
    List<ObjectEntry> entries = history.list(key);
    if (!entries.isEmpty() && entries.getFirst() instanceof Content content) {
      Finding read = read(key, content);
      Rulebook rulebook = read.rulebook();
      note(key, content, rulebook == null ? read : keep(rulebook, content));
    }
  }

  private Finding read(String key, Content content) {
    Matcher name = KEY.matcher(key);
    if (!name.matches()) {
      return Finding.problem("文件名应为 rulebooks/编号.yaml，编号为小写字母、数字和连字符，最多 64 个字。");
    }
    if (content.size() > MOST_BYTES) {
      return Finding.problem(
          "规则文件最大 %d KiB，收到 %d KiB。".formatted(MOST_BYTES / 1024, content.size() / 1024));
    }
    String text = text(key, content.version());
    return text == null ? Finding.problem("规则文件应为 UTF-8 编码的文本。") : load(name.group(1), text);
  }

  private Finding load(String name, String text) {
    try {
      Rulebook rulebook = RulebookLoader.load(name + ".yaml", text, known());
      return rulebook.id().equals(name)
          ? new Finding(rulebook, List.of())
          : Finding.problem("文件名中的编号应与文件中的 id 相同：文件名为 %s，id 为 %s。".formatted(name, rulebook.id()));
    } catch (RulebookException e) {
      return new Finding(null, e.problems());
    }
  }

  /** Those that another may extend. */
  private List<Rulebook> known() {
    var known = new ArrayList<>(builtIn.get());
    known.addAll(stored.all());
    return known;
  }

  private @Nullable String text(String key, String version) {
    try (Download download = Download.of(s3, bucket, key, version)) {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(download.file())))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Finding keep(Rulebook rulebook, Content content) {
    String there =
        builtIn.get().stream()
            .filter(one -> one.id().equals(rulebook.id()))
            .map(Rulebook::digest)
            .findFirst()
            .orElseGet(() -> stored.take(rulebook, content.at()));
    return there.equals(rulebook.digest())
        ? new Finding(rulebook, List.of())
        : new Finding(
            rulebook, List.of("编号 %s 已有另一份规则，已接收的规则不再改动；请改用新的编号。".formatted(rulebook.id())));
  }

  private void note(String key, Content content, Finding finding) {
    String status = finding.problems().isEmpty() ? RulebookFile.ACCEPTED : RulebookFile.REJECTED;
    String report = report(key, content.version());
    s3.putObject(
        put -> put.bucket(bucket).key(report).contentType("application/json"),
        RequestBody.fromString(
            json(key, content.version(), status, finding.problems()), StandardCharsets.UTF_8));
    Rulebook rulebook = finding.rulebook();
    stored.note(
        new RulebookFile(
            key,
            content.version(),
            content.at(),
            status,
            rulebook == null ? null : rulebook.id(),
            rulebook == null ? null : rulebook.digest(),
            finding.problems(),
            report));
  }

  /** Keys that are no good are not repeated: they may hold anything. */
  private static String report(String key, String version) {
    return KEY.matcher(key).matches()
        ? "reports/%s/%s/report.json".formatted(key, version)
        : "reports/bad-key/%s/%s/report.json".formatted(FileVersion.fileId(key), version);
  }

  /** The report in the bucket. */
  private static String json(String key, String version, String status, List<String> problems) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("key", key).put("version", version).put("status", status);
    problems.forEach(report.putArray("problems")::add);
    return JsonTree.write(report);
  }
}
