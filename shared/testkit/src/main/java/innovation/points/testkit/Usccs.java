package innovation.points.testkit;

import innovation.points.datasets.catalogue.Uscc;

/** Made-up codes of enterprises whose check character is right (GB 32100-2015). */
public final class Usccs {

  private Usccs() {}

  /** The code of the enterprise with that number, 0 to 9 999 999. */
  public static String of(int number) {
    return checked("91410700MA%07d".formatted(number));
  }

  /** The code that begins with 17 characters. */
  public static String checked(String first17) {
    return first17 + Uscc.check(first17);
  }
}
