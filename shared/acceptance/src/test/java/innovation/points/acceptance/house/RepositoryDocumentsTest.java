package innovation.points.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** References of code and documents to documents are valid. */
class RepositoryDocumentsTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path DECISIONS = Path.of("docs/decisions");
  private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules", "uploads");

  private static final Pattern TEXT = Pattern.compile(".*\\.(java|js|mjs|yaml|json|xml|md)|run");

  /** {@code contract §1}, also across lines of a comment and after a link. */
  private static final Pattern CITATION =
      Pattern.compile("\\b(contract|rules)(?:\\.md)?\\)?[\\s*]+§(\\d+[a-z]?)");

  private static final Pattern SECTION = Pattern.compile("§(\\d+[a-z]?)");
  private static final Pattern NUMBERED = Pattern.compile("(?m)^#{2,3} (\\d+[a-z]?)\\. ");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```");

  private final Map<Path, String> texts = texts();

  @Test
  void everyCitedSectionExists() {
    var sections = Map.of("contract", sections("contract"), "rules", sections("rules"));
    var found = new ArrayList<String>();
    texts.forEach(
        (file, text) ->
            CITATION
                .matcher(text)
                .results()
                .forEach(
                    citation -> {
                      found.add(citation.group(1));
                      assertThat(sections.get(citation.group(1)))
                          .as("%s cites %s", file, citation.group())
                          .contains(citation.group(2));
                    }));
    assertThat(found).as("citations").contains("contract", "rules").hasSizeGreaterThan(50);
  }

  /** A reference without a document means the document itself; in cases, the rules. */
  @Test
  void everySectionCitedWithoutItsDocumentExists() {
    Set<String> rules = sections("rules");
    check("docs/contract.md", sections("contract"));
    check("docs/rules.md", rules);
    List<Path> cases =
        texts.keySet().stream()
            .filter(file -> file.getParent() != null && file.getParent().endsWith("cases"))
            .filter(file -> file.toString().endsWith(".yaml"))
            .toList();
    assertThat(cases).isNotEmpty().allSatisfy(file -> check(file.toString(), rules));
  }

  @Test
  void everyCitedExampleExists() {
    String rules = text("docs/rules.md");
    String examples = rules.substring(rules.indexOf("## Worked examples"));
    assertThat(
            texts.entrySet().stream()
                .filter(entry -> entry.getKey().toString().contains("/cases/"))
                .flatMap(entry -> found(entry.getValue(), "§\\d+ 例(\\d+)")))
        .isNotEmpty()
        .allSatisfy(number -> assertThat(examples).contains("\n" + number + ". "));
  }

  @Test
  void everyDocumentNamedAnywhereExists() {
    texts.forEach(
        (file, text) ->
            found(text, "\\b(docs/[a-z0-9/-]+\\.(?:md|png))")
                .forEach(named -> assertThat(ROOT.resolve(named)).as("in %s", file).exists()));
  }

  @Test
  void everyLinkLeadsSomewhere() {
    documents()
        .forEach(
            (file, text) ->
                LINK.matcher(CODE.matcher(text).replaceAll(""))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .forEach(link -> follow(file, link)));
  }

  @Test
  void decisionsAreNumberedListedAndComplete() throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.list(ROOT.resolve(DECISIONS))) {
      names =
          files
              .map(RepositoryDocumentsTest::name)
              .filter(name -> name.matches("\\d.*"))
              .sorted()
              .toList();
    }
    var index = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      String text = text(DECISIONS + "/" + names.get(i));
      String title = text.lines().findFirst().orElseThrow().replaceFirst("# \\d+\\. ", "");
      assertThat(names.get(i)).startsWith("%04d-".formatted(i + 1)).endsWith(".md");
      assertThat(text)
          .startsWith("# %d. ".formatted(i + 1))
          .contains("\n**Context.** ", "\n**Decision.** ", "\n**Consequences.**");
      index.append("%d. [%s](%s)%n".formatted(i + 1, title, names.get(i)));
    }
    assertThat(text(DECISIONS + "/README.md")).endsWith(index.toString());
  }

  @Test
  void decisionIsCitedByItsNumber() {
    List<MatchResult> cited =
        documents().values().stream()
            .flatMap(
                text ->
                    Pattern.compile("\\[decision (\\d+)]\\([^)]*?(\\d+)-[^)]*\\)")
                        .matcher(text)
                        .results())
            .toList();
    assertThat(cited)
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(Integer.parseInt(one.group(2)))
                    .isEqualTo(Integer.parseInt(one.group(1))));
  }

  @Test
  void everyTestThatADocumentNamesExists() {
    Set<String> classes =
        texts.keySet().stream()
            .map(RepositoryDocumentsTest::name)
            .map(name -> name.replace(".java", ""))
            .collect(Collectors.toSet());
    Stream<String> named =
        documents().values().stream()
            .flatMap(text -> found(text, "(?:-Dtest=|`)([A-Z]\\w+(?:Test|Benchmark|Pictures))\\b"));
    assertThat(named)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(classes).as("classes").contains(name));
  }

  @Test
  void everyPictureIsShown() throws IOException {
    String all = String.join("\n", documents().values());
    try (Stream<Path> pictures = Files.list(ROOT.resolve("docs/pictures"))) {
      assertThat(pictures)
          .isNotEmpty()
          .allSatisfy(picture -> assertThat(all).contains("pictures/" + name(picture) + ")"));
    }
  }

  private void check(String file, Set<String> sections) {
    String text = CITATION.matcher(text(file)).replaceAll("");
    assertThat(SECTION.matcher(text).results().map(cited -> cited.group(1)))
        .as(file)
        .allSatisfy(section -> assertThat(sections).contains(section));
  }

  private Set<String> sections(String document) {
    return NUMBERED
        .matcher(text("docs/" + document + ".md"))
        .results()
        .map(heading -> heading.group(1))
        .collect(Collectors.toSet());
  }

  private void follow(Path file, String link) {
    String[] parts = link.split("#", 2);
    Path target =
        parts[0].isEmpty()
            ? file
            : Objects.requireNonNullElse(file.getParent(), Path.of(""))
                .resolve(parts[0])
                .normalize();
    assertThat(ROOT.resolve(target)).as("%s links to %s", file, link).exists();
    if (parts.length == 2) {
      assertThat(anchors(text(target.toString())))
          .as("%s links to %s", file, link)
          .contains(parts[1]);
    }
  }

  /** The anchors that GitHub gives headings. */
  private static List<String> anchors(String text) {
    return HEADING
        .matcher(CODE.matcher(text).replaceAll(""))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  private Map<Path, String> documents() {
    var documents = new TreeMap<>(texts);
    documents.keySet().removeIf(file -> !file.toString().endsWith(".md"));
    return documents;
  }

  private String text(String file) {
    return Objects.requireNonNull(texts.get(Path.of(file)), file);
  }

  private static Stream<String> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1));
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  /** All sources and documents of the repository, by their paths in it. */
  private static Map<Path, String> texts() {
    var texts = new TreeMap<Path, String>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return SKIPPED.contains(name(folder))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (TEXT.matcher(name(file)).matches()) {
                texts.put(ROOT.relativize(file), Files.readString(file));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
