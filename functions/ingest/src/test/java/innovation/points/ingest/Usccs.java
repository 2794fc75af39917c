package innovation.points.ingest;

/** Made-up codes of enterprises whose check character is right (GB 32100-2015). */
final class Usccs {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private Usccs() {}

  static String of(int number) {
    String body = "91410700MA%07d".formatted(number);
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      sum += ALPHABET.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return body + ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
