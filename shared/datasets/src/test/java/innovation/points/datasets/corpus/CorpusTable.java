package innovation.points.datasets.corpus;

import innovation.points.datasets.corpus.Model.Outcome;
import innovation.points.datasets.corpus.Model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prints how the files of a folder are read, by kind and by writer, and every file that is not read
 * right. The folder has one folder a writer; see {@code writers/README.md}.
 */
final class CorpusTable {

  private final Map<String, int[]> kinds = new TreeMap<>();
  private final Map<String, int[]> writers = new TreeMap<>();

  private CorpusTable() {}

  public static void main(String[] arguments) throws IOException {
    CorpusTable table = new CorpusTable();
    for (Path writer : list(Path.of(arguments[0]))) {
      for (Model model : Model.all()) {
        table.add(model, writer);
      }
    }
    table.print();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }

  private void add(Model model, Path writer) throws IOException {
    String name = writer.getFileName().toString();
    for (String ending : List.of("csv", "txt", "xlsx", "xls", "ods", "html")) {
      Path file = writer.resolve(model.name() + "." + ending);
      if (Files.exists(file) && !model.skips(name)) {
        Outcome outcome = model.judge(file, name);
        int verdict = outcome.verdict().ordinal();
        kinds.computeIfAbsent(model.kind(), k -> new int[Verdict.values().length])[verdict]++;
        writers.computeIfAbsent(name, w -> new int[Verdict.values().length])[verdict]++;
        if (outcome.verdict() != Verdict.RIGHT) {
          System.out.printf("%s %s [%s] %s%n", outcome.verdict(), model, name, outcome.why());
        }
      }
    }
  }

  private void print() {
    print("kind", new int[0]);
    kinds.forEach(CorpusTable::print);
    System.out.println();
    writers.forEach(CorpusTable::print);
    int[] all = new int[Verdict.values().length];
    for (int[] counts : kinds.values()) {
      for (int i = 0; i < all.length; i++) {
        all[i] += counts[i];
      }
    }
    print("all", all);
  }

  private static void print(String name, int[] counts) {
    StringBuilder line = new StringBuilder("%-16s".formatted(name));
    for (Verdict verdict : Verdict.values()) {
      Object cell =
          counts.length == 0 ? verdict.name().toLowerCase(Locale.ROOT) : counts[verdict.ordinal()];
      line.append("%12s".formatted(cell));
    }
    System.out.println(line);
  }
}
