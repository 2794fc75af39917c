package innovation.points.store.publication;

import org.jspecify.annotations.Nullable;

/** Goes through ranked enterprises of a generation, one after the other. */
public interface EntryWalk {
  /** The place, from 0, of the entry that {@link #next} answers next. */
  int place();

  /** The next entry; null at the end. */
  @Nullable RankingEntry next();
}
