import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.ImportOrderer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Checks ("check") or applies ("apply") the format of every Java source below a folder. */
void main(String[] args) throws Exception {
  boolean apply = args[0].equals("apply");
  var style = JavaFormatterOptions.Style.GOOGLE;
  var formatter = new Formatter(JavaFormatterOptions.builder().style(style).build());
  var unformatted = new ArrayList<Path>();
  try (var files = Files.walk(Path.of(args[1]))) {
    for (Path file : files.filter(this::isSource).toList()) {
      String source = Files.readString(file);
      String formatted =
          formatter.formatSource(
              RemoveUnusedImports.removeUnusedImports(
                  ImportOrderer.reorderImports(source, style)));
      if (!formatted.equals(source)) {
        unformatted.add(file);
        if (apply) {
          Files.writeString(file, formatted);
        }
      }
    }
  }
  if (!apply && !unformatted.isEmpty()) {
    IO.println("Not formatted; run: mvn -q -N validate -Dformat=apply");
    unformatted.forEach(file -> IO.println("  " + file));
    System.exit(1);
  }
}

boolean isSource(Path file) {
  String path = file.toString();
  return path.endsWith(".java") && !path.contains("/target/") && !path.contains("/.");
}
