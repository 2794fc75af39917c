package innovation.points.recompute.asking;

import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.QuestionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in the data that is asked about.
 *
 * @param id what it is about, within kind, year and enterprise
 * @param title of that, in Chinese
 * @param reference by which it is the same finding: answered once, it is not asked again
 * @param uscc of the enterprise; null where it is about a file or a dataset
 * @param departments who is to answer; none: the enterprise, else the bureau
 * @param text in Chinese; no figures, which not everybody may see
 */
record DailyFinding(
    QuestionKind kind,
    int year,
    String id,
    String title,
    String reference,
    @Nullable String uscc,
    @Nullable String name,
    @Nullable String grid,
    List<String> departments,
    String text) {

  /** What two findings are about the same thing by. */
  record Subject(QuestionKind kind, int year, @Nullable String uscc, @Nullable String id) {
    static Subject of(AskedQuestion question) {
      var about = question.about();
      return new Subject(about.kind(), question.year(), question.uscc(), about.id());
    }
  }

  Subject subject() {
    return new Subject(kind, year, uscc, id);
  }
}
