package innovation.points.store.names;

/**
 * The index of a set of names. It is named by the digest of the names: as long as those stay, so
 * does the index, whatever is published.
 *
 * @param digest SHA-256 of codes and names, hex
 * @param names how many
 * @param buckets among how many items the keys are spread
 */
public record NameIndex(String digest, int names, int buckets) {

  /** Names in one item; they are numbered from 0. */
  public static final int BLOCK = 500;

  /** The item that has a key. */
  public int bucket(String key) {
    return Math.floorMod(key.hashCode(), buckets);
  }

  /** The item that has a name by its number. */
  public static int block(int number) {
    return number / BLOCK;
  }

  /** Items of names, and as many of their order. */
  int blocks() {
    return Math.ceilDiv(names, BLOCK);
  }
}
