package innovation.points.acceptance.supply;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file that Maven resolved for a module.
 *
 * @param name group:artifact:version:type, with a classifier after the type where there is one
 * @param scope Maven's: compile, runtime, provided or test
 * @param file in the local repository, beside its POM
 */
record Artefact(String name, String scope, Path file) {

  /**
   * Matches a line of {@code dependency:list}: group:artifact:type[:classifier]:version:scope:file.
   */
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(?<group>[^:\\s]+):(?<artifact>[^:]+):(?<type>[^:]+)(:(?<classifier>[^:]+))?"
              + ":(?<version>[^:]+):(?<scope>compile|runtime|provided|test|system)"
              + "( \\(optional\\))?:(?<file>.+?\\.(jar|zip|so|dll|dylib))([\\x1b ].*)?");

  /** The artefact of a line; empty where the line names none. */
  static Optional<Artefact> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String classifier = matcher.group("classifier");
    String name =
        String.join(
            ":",
            matcher.group("group"),
            matcher.group("artifact"),
            matcher.group("version"),
            matcher.group("type") + (classifier == null ? "" : ":" + classifier));
    return Optional.of(new Artefact(name, matcher.group("scope"), Path.of(matcher.group("file"))));
  }

  /** Whether it is packed into the jar of its module. */
  boolean packed() {
    return scope.equals("compile") || scope.equals("runtime");
  }

  /** Its POM. */
  Path pom() {
    String[] parts = name.split(":", -1);
    return file.resolveSibling(parts[1] + "-" + parts[2] + ".pom");
  }
}
