import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * Runs Error Prone and NullAway on the sources of all modules, main and tests, in one run of the compiler. Any finding fails it. Writes no classes: the modules have been compiled before.
 *
 * @param args the repository's root, and the folder with the jars of Error Prone and NullAway
 */
void main(String[] args) throws IOException {
  Path root = Path.of(args[0]);
  List<String> options =
      List.of(
          "-Werror",
          "-classpath",
          path(resolved(root)),
          "-processorpath",
          path(files(Path.of(args[1]), "[^/]+\\.jar")),
          "-XDcompilePolicy=simple",
          "-XDaddTypeAnnotationsToSymbol=true",
          "--should-stop=ifError=FLOW",
          "--should-stop=ifNoError=FLOW",
          "-Xplugin:ErrorProne -Xep:NullAway:ERROR -XepOpt:NullAway:OnlyNullMarked=true"
              + " -XepOpt:NullAway:JSpecifyMode=true"
              + " -XepOpt:NullAway:HandleTestAssertionLibraries=true");
  var compiler = ToolProvider.getSystemJavaCompiler();
  try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
    var sources = manager.getJavaFileObjectsFromPaths(sources(root));
    boolean clean = compiler.getTask(null, manager, null, options, null, sources).call();
    System.exit(clean ? 0 : 1);
  }
}

/** Where main and tests both have a package-info, main's is used. */
Collection<Path> sources(Path root) throws IOException {
  var sources = new ArrayList<Path>();
  var described = new HashSet<String>();
  for (String kind : List.of("main", "test")) {
    for (Path source : files(root, "\\w+/\\w+/src/" + kind + "/java/.+\\.java")) {
      String name = source.toString().replaceFirst(".*[/\\\\]java[/\\\\](?=innovation)", "");
      if (!source.endsWith("package-info.java") || described.add(name)) {
        sources.add(source);
      }
    }
  }
  return sources;
}

/** The jars that Maven resolved for the modules, from the lists in their target folders. */
Collection<Path> resolved(Path root) throws IOException {
  var line = Pattern.compile(".*:(compile|provided|runtime|test)( \\(optional\\))?:(.+?\\.jar).*");
  var jars = new LinkedHashSet<Path>();
  for (Path list : files(root, "\\w+/\\w+/target/artefacts\\.txt")) {
    for (String artefact : Files.readAllLines(list)) {
      var matcher = line.matcher(artefact);
      if (matcher.matches()) {
        jars.add(Path.of(matcher.group(3)));
      }
    }
  }
  return jars;
}

/** The files below a folder whose relative path, with slashes, matches. */
List<Path> files(Path folder, String pattern) throws IOException {
  try (var files = Files.walk(folder)) {
    return files
        .filter(file -> folder.relativize(file).toString().replace('\\', '/').matches(pattern))
        .sorted()
        .toList();
  }
}

String path(Collection<Path> files) {
  return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
}
