package innovation.points.datasets.reading.sheet;

/** Why a file as a whole cannot be read; the message is a sentence in Chinese for its owner. */
public final class FileFault extends Exception {

  /** What kind of fault. */
  public enum Kind {
    /** Not a table, damaged, or of a kind that is not read. */
    UNREADABLE,
    /** Beyond one of the limits. */
    TOO_LARGE,
    /** Nothing in it. */
    EMPTY
  }

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String sentence;

  private FileFault(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
    this.sentence = sentence;
  }

  public static FileFault unreadable(String sentence) {
    return new FileFault(Kind.UNREADABLE, sentence);
  }

  public static FileFault tooLarge(String sentence) {
    return new FileFault(Kind.TOO_LARGE, sentence);
  }

  public static FileFault empty(String sentence) {
    return new FileFault(Kind.EMPTY, sentence);
  }

  public Kind kind() {
    return kind;
  }

  public String sentence() {
    return sentence;
  }
}
