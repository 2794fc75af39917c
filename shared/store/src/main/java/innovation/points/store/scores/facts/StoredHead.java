package innovation.points.store.scores.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a row holds and where among its bytes: the head of {@link FactsWriter}, read. Many rows have
 * the same head, so that their values are read without a look at what they are. Immutable.
 *
 * @param length the bytes of all values
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never handed out
record StoredHead(Year[] years, Items[] items, Stage[] stages, int length) {

  /** The bytes of the year that stands before the values of an item. */
  static final int ITEM_YEAR = Short.BYTES;

  /**
   * A year.
   *
   * @param back years before the evaluation year
   * @param at where its values begin
   */
  record Year(int back, Set<String> delivered, Set<String> listed, StoredFields fields, int at) {

    /** Whether anything is known but what was delivered. */
    boolean known() {
      return fields.slots().length > 0 || !listed.isEmpty();
    }
  }

  /**
   * Items of a dataset that have the same fields.
   *
   * @param dataset its ordinal
   * @param at where their values begin
   */
  record Items(int dataset, int count, StoredFields fields, int at) {

    /** Where the values of an item begin, with its year before them. */
    int at(int item) {
      return at + item * (ITEM_YEAR + fields.length());
    }
  }

  /** The stage of a published year. */
  record Stage(int back, String id) {}

  static StoredHead read(ByteReader in) {
    var years = new ArrayList<Year>();
    int at = 0;
    for (int left = in.count(); left > 0; left--) {
      int back = in.count();
      Set<String> delivered = DatasetBits.read(in.whole());
      Set<String> listed = DatasetBits.read(in.whole());
      StoredFields fields = StoredFields.read(in);
      years.add(new Year(back, delivered, listed, fields, at));
      at += fields.length();
    }
    var items = new ArrayList<Items>();
    for (int left = in.count(); left > 0; left--) {
      var some = new Items(in.count(), in.count(), StoredFields.read(in), at);
      items.add(some);
      at = some.at(some.count());
    }
    List<Stage> stages = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      stages.add(new Stage((int) in.signed(), in.text()));
    }
    return new StoredHead(
        years.toArray(Year[]::new), items.toArray(Items[]::new), stages.toArray(Stage[]::new), at);
  }
}
