package innovation.points.recompute.segment;

import innovation.points.recompute.workspace.Records;
import innovation.points.recompute.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Sorted files read as one sorted file: holds one record of each. Not thread-safe.
 *
 * @param <T> no two records are equal in the order
 */
public final class Merged<T> implements Iterator<Merged.Item<T>>, AutoCloseable {

  private final List<Records.Reader<T>> files = new ArrayList<>();
  private final PriorityQueue<Item<T>> heads;

  /**
   * A record and where it comes from.
   *
   * @param file its place among the files
   */
  public record Item<T>(T record, int file) {}

  private Merged(Comparator<T> order) {
    heads = new PriorityQueue<>((a, b) -> order.compare(a.record(), b.record()));
  }

  /**
   * Merges files.
   *
   * @param order each file is sorted by it
   */
  public static <T> Merged<T> of(
      Records<T> records, Workspace workspace, List<String> names, Comparator<T> order) {
    var merged = new Merged<>(order);
    try {
      for (String name : names) {
        merged.files.add(records.open(workspace, name));
        merged.advance(merged.files.size() - 1);
      }
      return merged;
    } catch (RuntimeException e) {
      merged.close();
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public Item<T> next() {
    Item<T> least = heads.poll();
    if (least == null) {
      throw new NoSuchElementException();
    }
    advance(least.file());
    return least;
  }

  private void advance(int file) {
    Records.Reader<T> reader = files.get(file);
    if (reader.hasNext()) {
      heads.add(new Item<>(reader.next(), file));
    }
  }

  @Override
  public void close() {
    files.forEach(Records.Reader::close);
  }
}
