package innovation.points.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.datasets.CheckedFile;
import innovation.points.datasets.Problem;
import innovation.points.datasets.ProblemGroup;
import innovation.points.datasets.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API says of a checked file, as JSON: lists of at most 1000 that say how many there are
 * in all, everything grouped, and how the file was understood.
 */
final class Findings {

  private static final ObjectMapper JSON =
      new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private Findings() {}

  static String json(CheckedFile file) {
    return write(
        new Document(
            findings(file.problems()),
            file.problemCount(),
            findings(file.warnings()),
            file.warningCount(),
            file.groups().stream().map(Group::of).toList(),
            file.reading().orElse(null)));
  }

  static String json(Problem problem) {
    return write(new Document(List.of(Finding.of(problem)), 1, List.of(), 0, List.of(), null));
  }

  private static List<Finding> findings(List<Problem> problems) {
    return problems.stream().map(Finding::of).toList();
  }

  private static String write(Document document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Document(
      List<Finding> problems,
      long problemCount,
      List<Finding> warnings,
      long warningCount,
      List<Group> groups,
      @Nullable Reading reading) {}

  private record Finding(
      String code,
      @Nullable Integer row,
      @Nullable String column,
      @Nullable String columnLetter,
      @Nullable String found,
      String message) {

    static Finding of(Problem problem) {
      return new Finding(
          problem.code().id(),
          problem.row(),
          problem.column(),
          problem.columnLetter(),
          problem.found(),
          problem.message());
    }
  }

  private record Group(
      String code,
      @Nullable String column,
      @Nullable String columnLetter,
      long count,
      List<Integer> rows,
      String message) {

    static Group of(ProblemGroup group) {
      return new Group(
          group.code().id(),
          group.column(),
          group.columnLetter(),
          group.count(),
          group.rows(),
          group.message());
    }
  }
}
