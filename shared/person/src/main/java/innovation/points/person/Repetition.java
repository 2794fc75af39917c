package innovation.points.person;

/** What a call with an {@code Idempotency-Key} is. */
public sealed interface Repetition {

  /** The first one: to be done, and then its answer to be kept. */
  record First() implements Repetition {}

  /** Another one while the first is being done. */
  record Busy() implements Repetition {}

  /** The key was used for something else. */
  record OtherBody() implements Repetition {}

  /**
   * Done before.
   *
   * @param answer as it was kept
   */
  record Answered(String answer) implements Repetition {}

  /**
   * Remembers the calls of persons for a day.
   *
   * @param begin a call begins
   * @param end it was done
   * @param drop it was not done: the same key may be used again for anything
   */
  record Memory(Begin begin, End end, Drop drop) {

    /** From a person, its key and a digest of all that is asked for to what the call is. */
    @FunctionalInterface
    public interface Begin {
      Repetition call(Person person, String key, String digest);
    }

    /** Keeps an answer. */
    @FunctionalInterface
    public interface End {
      void call(Person person, String key, String digest, String answer);
    }

    /** Forgets a key. */
    @FunctionalInterface
    public interface Drop {
      void call(Person person, String key);
    }
  }
}
