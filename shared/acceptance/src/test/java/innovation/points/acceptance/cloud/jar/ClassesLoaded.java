package innovation.points.acceptance.cloud.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The output of {@code -Xlog:class+load}: the classes of a process in the order of loading. */
record ClassesLoaded(List<String> names) {

  private static final Pattern LINE = Pattern.compile(".*\\] (\\S+) source: .*");

  static ClassesLoaded in(Path log) throws IOException {
    return new ClassesLoaded(
        Files.readAllLines(log).stream()
            .map(LINE::matcher)
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1))
            .toList());
  }

  int total() {
    return names.size();
  }

  /** The fifteen packages with the most classes, by the first four parts of their names. */
  Map<String, Long> byPackage() {
    return names.stream()
        .map(name -> name.replaceAll("^((?:[a-z0-9_]+\\.){1,4}).*", "$1"))
        .collect(Collectors.groupingBy(part -> part, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(15)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
  }
}
