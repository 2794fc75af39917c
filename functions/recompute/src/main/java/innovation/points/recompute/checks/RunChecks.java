package innovation.points.recompute.checks;

import innovation.points.recompute.segment.RankedRow;
import innovation.points.recompute.segment.RunPlan;
import innovation.points.recompute.segment.RunTables;
import innovation.points.recompute.workspace.Records;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.RankingPage;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.RunCheck;
import innovation.points.store.settings.Settings;
import innovation.points.store.uploads.UploadsTable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Looks at everything that the checks of a generation go by. Thread-safe. */
public final class RunChecks {

  private final UploadsTable uploads;
  private final AskedQuestions questions;
  private final Settings settings;
  private final Publications publications;
  private final RulebookChoice rulebooks;

  public RunChecks(
      DynamoDbClient client, String scoresTable, String uploadsTable, RulebookChoice rulebooks) {
    this.uploads = new UploadsTable(client, uploadsTable);
    this.questions = new AskedQuestions(client, scoresTable);
    this.settings = new Settings(client, scoresTable);
    this.publications = new Publications(client, scoresTable);
    this.rulebooks = rulebooks;
  }

  /**
   * The checks of a generation whose rows are written.
   *
   * @param ranked its ranked enterprises, best first
   */
  public List<RunCheck> of(
      RunPlan plan,
      Rulebook rulebook,
      GenerationCounts counts,
      Records.Reader<RankedRow> ranked,
      RunTables tables) {
    int year = plan.year();
    Pointer before = publications.of(year - 1).orElse(null);
    Pointer same = publications.of(year).orElse(null);
    return new YearChecks(
            year,
            rulebook,
            rulebooks.named(rulebook.id()).isPresent(),
            plan.delivered().getOrDefault(year, Set.of()),
            counts,
            median(ranked, counts.ranked()),
            FileFindings.of(uploads, year),
            Math.toIntExact(questions.all(year, null).filter(AskedQuestion::waits).count()),
            new YearChecks.Earlier(
                same, before, median(before, tables), title(YearChecks.Earlier.last(same, before))),
            settings.limits())
        .all();
  }

  private String title(@Nullable Pointer last) {
    return last == null
        ? ""
        : rulebooks
            .used(last.rulebook(), last.digest())
            .map(Rulebook::title)
            .orElse(last.rulebook());
  }

  /** Of totals in descending order: the middle one, of an even number the better of the two. */
  private static @Nullable Double median(Records.Reader<RankedRow> ranked, int size) {
    for (int place = 0; ranked.hasNext(); place++) {
      RankedRow row = ranked.next();
      if (place == middle(size)) {
        return row.entry().total();
      }
    }
    return null;
  }

  private static @Nullable Double median(@Nullable Pointer published, RunTables tables) {
    if (published == null || published.counts().ranked() == 0) {
      return null;
    }
    int middle = middle(published.counts().ranked());
    return tables
        .rankings()
        .page(published.generation(), RankingList.ALL, middle / RankingPage.ENTRIES)
        .map(page -> page.entries().get(middle % RankingPage.ENTRIES))
        .map(RankingEntry::total)
        .orElse(null);
  }

  private static int middle(int size) {
    return (size - 1) / 2;
  }
}
