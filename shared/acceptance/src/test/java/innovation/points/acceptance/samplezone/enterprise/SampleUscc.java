package innovation.points.acceptance.samplezone.enterprise;

import innovation.points.testkit.Usccs;

/**
 * 统一社会信用代码 of enterprises that do not exist: valid by GB 32100-2015 and GB 11714, from the
 * organisation codes {@code XN…}, which were never issued.
 */
public final class SampleUscc {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private SampleUscc() {}

  /** The code of the serial-th enterprise, 18 characters. */
  public static String of(int serial) {
    // A multiplier coprime to the modulus: neighbours look different, and no two are equal.
    String organisation = "XN%06d".formatted((serial * 7919L + 104729) % 1_000_000);
    String first17 = "91410700" + organisation + organisationCheck(organisation);
    return Usccs.checked(first17);
  }

  /** The code with a wrong check character, as by a typing error. */
  public static String mistyped(String uscc) {
    int wrong = (ALPHABET.indexOf(uscc.charAt(17)) + 1) % ALPHABET.length();
    return uscc.substring(0, 17) + ALPHABET.charAt(wrong);
  }

  private static char organisationCheck(String first8) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += Character.digit(first8.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
    }
    return "0123456789X0".charAt(11 - sum % 11);
  }
}
