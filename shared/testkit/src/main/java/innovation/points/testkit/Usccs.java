package innovation.points.testkit;

import innovation.points.datasets.catalogue.Uscc;

/** Invented codes of enterprises with correct check characters (GB 32100-2015). */
public final class Usccs {

  private Usccs() {}

  /** The code of the enterprise with a number, 0 to 9 999 999. */
  public static String of(int number) {
    return checked("91410700MA%07d".formatted(number));
  }

  /** The code with the given first 17 characters. */
  public static String checked(String first17) {
    return first17 + Uscc.check(first17);
  }
}
