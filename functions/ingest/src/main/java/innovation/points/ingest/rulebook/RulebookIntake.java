package innovation.points.ingest.rulebook;

import static innovation.points.store.rulebook.RulebookState.WITHDRAWN;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.ingest.bucket.Download;
import innovation.points.ingest.bucket.ObjectEntry;
import innovation.points.ingest.bucket.ObjectEntry.Content;
import innovation.points.ingest.bucket.ObjectEntry.Deletion;
import innovation.points.ingest.bucket.ObjectHistory;
import innovation.points.person.Person;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.RulebookException;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.rulebook.RulebookFile;
import innovation.points.store.rulebook.RulebookKey;
import innovation.points.store.rulebook.RulebookLife;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.rulebook.RulebookState;
import innovation.points.store.rulebook.RulebookStep;
import innovation.points.store.rulebook.StoredRulebooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Takes rulebooks that were put into the bucket as {@code rulebooks/{id}.yaml}, as drafts that
 * govern nothing: checked whole, their cases run, all problems named. The newest version of a key
 * counts until the draft is submitted; after that neither another text nor deleting the file
 * changes it. Deleting the file of a draft withdraws the draft.
 */
public final class RulebookIntake {

  private static final Map<RulebookState, String> TAKEN =
      Map.of(
          RulebookState.SUBMITTED, "已提交审批",
          RulebookState.APPROVED, "已批准",
          RulebookState.WITHDRAWN, "已废止");

  private final S3Client s3;
  private final String bucket;
  private final ObjectHistory history;
  private final StoredRulebooks stored;
  private final RulebookLives lives;
  private final AuditTrail trail;
  private final Supplier<List<Rulebook>> builtIn;

  /** What is found in a file. */
  private record Finding(@Nullable Rulebook rulebook, int cases, List<String> problems) {

    static Finding problem(String problem) {
      return new Finding(null, 0, List.of(problem));
    }
  }

  /**
   * @param builtIn asked for where a rulebook has come
   */
  public RulebookIntake(
      S3Client s3,
      String bucket,
      StoredRulebooks stored,
      RulebookLives lives,
      AuditTrail trail,
      Supplier<List<Rulebook>> builtIn) {
    this.s3 = s3;
    this.bucket = bucket;
    this.history = new ObjectHistory(s3, bucket);
    this.stored = stored;
    this.lives = lives;
    this.trail = trail;
    this.builtIn = builtIn;
  }

  /**
   * Looks at a key; as often as it is asked, it ends in the same.
   *
   * @param invocation its id, for the audit trail
   */
  public void take(String key, String invocation) {
    List<ObjectEntry> entries = history.list(key);
    if (entries.isEmpty()) {
      return;
    }
    switch (entries.getFirst()) {
      case Content content -> {
        Finding read = read(key, content);
        note(key, content, keep(key, read, content));
      }
      case Deletion deletion -> withdraw(key, deletion, invocation);
    }
  }

  private Finding read(String key, Content content) {
    Optional<String> name = RulebookKey.id(key);
    if (name.isEmpty()) {
      return Finding.problem("文件名应为 rulebooks/编号.yaml，编号为小写字母、数字和连字符，最多 64 个字。");
    }
    if (content.size() > RulebookKey.MOST_BYTES) {
      return Finding.problem(
          "规则文件最大 %d KiB，收到 %d KiB。"
              .formatted(RulebookKey.MOST_BYTES / 1024, content.size() / 1024));
    }
    String text = text(key, content.version());
    return text == null ? Finding.problem("规则文件应为 UTF-8 编码的文本。") : load(name.get(), text);
  }

  private Finding load(String name, String text) {
    try {
      var checked = RulebookLoader.check(name + ".yaml", text, known());
      Rulebook rulebook = checked.rulebook();
      return rulebook.id().equals(name)
          ? new Finding(rulebook, checked.cases(), List.of())
          : Finding.problem("文件名中的编号应与文件中的 id 相同：文件名为 %s，id 为 %s。".formatted(name, rulebook.id()));
    } catch (RulebookException e) {
      return new Finding(null, 0, e.problems());
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

  /** Makes it the draft of its id, unless the id is taken. */
  private Finding keep(String key, Finding read, Content content) {
    Optional<String> name = RulebookKey.id(key);
    if (name.isEmpty()) {
      return read;
    }
    String id = name.get();
    Optional<Rulebook> system =
        builtIn.get().stream().filter(one -> one.id().equals(id)).findFirst();
    if (system.isPresent()) {
      return kept(id, read, system.get().digest(), "已随系统提供");
    }
    Rulebook rulebook = read.rulebook();
    RulebookLife draft =
        RulebookLife.draft(
            id,
            content.version(),
            content.at(),
            rulebook == null ? null : rulebook.text(),
            read.cases(),
            read.problems());
    while (true) {
      RulebookLife seen = lives.find(id).orElse(null);
      if (seen != null && !seen.open()) {
        String digest = seen.rulebook().map(Rulebook::digest).orElse("");
        return kept(id, read, digest, TAKEN.getOrDefault(seen.state(), ""));
      }
      if (seen != null && seen.version().equals(draft.version())) {
        return read;
      }
      if (lives.save(seen == null ? draft : seen.replacedBy(draft), List.of())) {
        return read;
      }
    }
  }

  /** A file under an id whose text is fixed: fine where it is that text. */
  private static Finding kept(String id, Finding read, String digest, String state) {
    Rulebook rulebook = read.rulebook();
    return rulebook == null || rulebook.digest().equals(digest)
        ? read
        : new Finding(
            rulebook, read.cases(), List.of("规则 %s %s，不再改动；请改用新的编号。".formatted(id, state)));
  }

  private void withdraw(String key, Deletion deletion, String invocation) {
    Optional<String> name = RulebookKey.id(key);
    while (name.isPresent()) {
      RulebookLife seen = lives.find(name.get()).orElse(null);
      if (seen == null || !seen.open() || seen.state() == WITHDRAWN) {
        return;
      }
      var step = new RulebookStep(WITHDRAWN.id(), Person.S3, deletion.at(), "文件已从存储桶中删除");
      var entry =
          TrailEntry.of(Person.S3, TrailAction.RULEBOOK_WITHDRAWN, key, invocation)
              .because(step.reason())
              .resulting(step.state());
      if (lives.save(seen.then(WITHDRAWN, step), List.of(trail.item(entry)))) {
        return;
      }
    }
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
    return RulebookKey.id(key).isPresent()
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
