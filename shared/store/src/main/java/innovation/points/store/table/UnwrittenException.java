package innovation.points.store.table;

/** The table did not take all items in the time allowed; what was taken stays. Safe to repeat. */
public final class UnwrittenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param left how many items were not written
   */
  UnwrittenException(String table, int left, int attempts) {
    super("table %s left %d items unwritten after %d attempts".formatted(table, left, attempts));
  }
}
