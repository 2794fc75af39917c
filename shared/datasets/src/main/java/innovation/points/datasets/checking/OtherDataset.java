package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.header.HeaderMatcher;
import innovation.points.datasets.reading.header.Question;
import innovation.points.datasets.reading.header.Sheet;
import java.util.Optional;

/** Recognises a file that was dropped under the wrong dataset. */
final class OtherDataset {

  private OtherDataset() {}

  /** What holds the file: it has no column of its own dataset, and all that another one needs. */
  static Optional<FileProblem> of(Catalogue catalogue, Question question, Sheet sheet) {
    Dataset expected = question.matcher().dataset();
    if (sheet.header().complete() || data(question, sheet) > 0) {
      return Optional.empty();
    }
    Dataset best = null;
    int most = 0;
    for (Dataset other : catalogue.datasets()) {
      Question asked = new Question(new HeaderMatcher(other), question.year(), question.filename());
      int found = other.id().equals(expected.id()) ? 0 : data(asked, sheet);
      if (found > most) {
        best = other;
        most = found;
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(
            new FileProblem(
                ProblemCode.WRONG_DATASET,
                null,
                null,
                null,
                best.title(),
                "应为“%s”的数据，这里的列是“%s”的；请确认是否传错了数据集，是的话请改传到“%s”。"
                    .formatted(expected.title(), best.title(), best.title())));
  }

  /** How many columns besides code and name the table has of a dataset that it fits. */
  private static int data(Question question, Sheet sheet) {
    var header = question.reread(sheet);
    return header.complete()
        ? (int) header.positions().keySet().stream().filter(OtherDataset::data).count()
        : 0;
  }

  private static boolean data(String field) {
    return !field.equals("uscc") && !field.equals("name");
  }
}
