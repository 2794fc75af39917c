package innovation.points.store.scores.facts;

import innovation.points.scoring.facts.Layout;
import innovation.points.scoring.facts.Slots;
import innovation.points.scoring.plan.Plan;
import innovation.points.scoring.plan.reading.ItemRows;
import innovation.points.scoring.plan.reading.Subject;
import java.util.Arrays;

/**
 * Reads the values of one row after the other into one subject: enough for scores, though not for
 * their explanation, and without an object for each enterprise. Not thread-safe.
 */
public final class ZoneFacts {
  private static final Layout YEAR = FieldsByOrdinal.YEAR;

  private final int year;
  private final Subject subject;

  /** By the ordinals of datasets, their indices in the subject. */
  private final int[] datasets;

  private final KnownHeads heads = new KnownHeads();
  private byte[] bytes = {};
  private int words;
  private Slots[] slots = {};
  private double[][] numbers = {};

  /**
   * A reader.
   *
   * @param year the evaluation year
   */
  public ZoneFacts(Plan plan, int year) {
    this.year = year;
    this.subject = plan.subject();
    this.datasets = FieldsByOrdinal.datasets().stream().mapToInt(subject::dataset).toArray();
  }

  /** The subject with the values of a row, until the next is read. */
  public Subject of(ScoredFacts stored) {
    bytes = stored.bytes();
    var in = new ByteReader(bytes);
    int length = in.count();
    StoredHead head = heads.of(bytes, in.place(), length);
    int values = in.place() + length;
    words = values + head.length();
    subject.begin(year);
    years(head.years(), values);
    for (StoredHead.Items some : head.items()) {
      items(some, values);
    }
    for (StoredHead.Stage stage : head.stages()) {
      subject.published(stage.back(), stage.id());
    }
    return subject;
  }

  private void years(StoredHead.Year[] years, int values) {
    if (slots.length < years.length) {
      numbers = new double[years.length][YEAR.size()];
      slots = new Slots[years.length];
      Arrays.setAll(slots, i -> Slots.of(YEAR, numbers[i], this::word));
    }
    for (int i = 0; i < years.length; i++) {
      StoredHead.Year one = years[i];
      subject.delivered(one.back(), one.delivered());
      if (one.known()) {
        Arrays.fill(numbers[i], Double.NaN);
        one.fields().values(bytes, values + one.at(), numbers[i]);
        subject.facts(one.back(), slots[i], one.listed());
      }
    }
  }

  private void items(StoredHead.Items some, int values) {
    int dataset = datasets[some.dataset()];
    if (dataset < 0) {
      return;
    }
    ItemRows rows = subject.rows(dataset);
    Layout layout = FieldsByOrdinal.items(some.dataset());
    for (int i = 0; i < some.count(); i++) {
      int at = values + some.at(i);
      double[] item = rows.add(year - StoredFields.small(bytes, at), layout, this::word);
      Arrays.fill(item, Double.NaN);
      some.fields().values(bytes, at + StoredHead.ITEM_YEAR, item);
    }
  }

  private String word(int place) {
    var in = new ByteReader(bytes, words);
    in.count();
    in.skip(place);
    return in.text();
  }
}
