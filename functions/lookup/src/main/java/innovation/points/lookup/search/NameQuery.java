package innovation.points.lookup.search;

import innovation.points.store.names.NameFold;
import innovation.points.store.names.NameKeys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody typed to find an enterprise.
 *
 * @param folded letters and digits only
 * @param core the same without a 公司形式
 * @param code in upper case, where it may be a code or a part of one; else empty
 * @param isLetters whether it may be pinyin or initials
 * @param isMended whether a name that differs in one character may be meant: not of what is letters
 *     alone
 */
record NameQuery(String folded, String core, String code, boolean isLetters, boolean isMended) {

  private static final Pattern LETTERS = Pattern.compile("[a-z]{2,40}");
  private static final Pattern CODE = Pattern.compile("[0-9a-z]{3,18}");

  /** A name of three characters is the shortest in which one may be wrong. */
  private static final int SHORTEST_MENDED = 3;

  static NameQuery of(String text) {
    String folded = NameFold.fold(text);
    String core = NameFold.typedCore(folded);
    boolean isCode = CODE.matcher(folded).matches();
    boolean isLetters = LETTERS.matcher(folded).matches();
    return new NameQuery(
        folded,
        core,
        isCode ? folded.toUpperCase(Locale.ROOT) : "",
        isLetters,
        core.codePointCount(0, core.length()) >= SHORTEST_MENDED && !isCode && !isLetters);
  }

  /** Whether there is nothing that could be looked for. */
  boolean isBlank() {
    return folded.isEmpty();
  }

  /** Whether it may be pinyin: two letters are initials. */
  boolean isPinyin() {
    return isLetters && folded.length() >= NameKeys.THREE;
  }

  boolean isCode() {
    return !code.isEmpty();
  }

  /** How well a name fits; empty where it does not. */
  Optional<Tier> fits(KnownName name) {
    String whole = name.whole();
    String nameCore = name.core();
    if (whole.equals(folded) || (isCode() && name.uscc().equals(code))) {
      return Optional.of(Tier.SAME);
    }
    if (core.isEmpty()) {
      return whole.contains(folded) ? Optional.of(Tier.FORM) : Optional.empty();
    }
    if (nameCore.equals(core)) {
      return Optional.of(Tier.SAME_CORE);
    }
    if (nameCore.startsWith(core) || (isCode() && name.uscc().startsWith(code))) {
      return Optional.of(Tier.BEGINS);
    }
    if (nameCore.contains(core)
        || whole.contains(folded)
        || (isCode() && name.uscc().contains(code))) {
      return Optional.of(Tier.HOLDS);
    }
    if (isPinyin() && isRead(name.readings())) {
      return Optional.of(Tier.PINYIN);
    }
    if (isLetters && isInitials(name.readings())) {
      return Optional.of(Tier.INITIALS);
    }
    return isMended && isNearly(nameCore) ? Optional.of(Tier.NEARLY) : Optional.empty();
  }

  /**
   * Whether it is how some characters are read that follow on another, the last as far as typed.
   */
  private boolean isRead(List<List<String>> readings) {
    for (int i = 0; i < readings.size(); i++) {
      if (isRead(readings, i, folded)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRead(List<List<String>> readings, int at, String letters) {
    if (letters.isEmpty()) {
      return true;
    }
    if (at == readings.size()) {
      return false;
    }
    for (String one : readings.get(at)) {
      if (one.startsWith(letters)
          || (letters.startsWith(one)
              && isRead(readings, at + 1, letters.substring(one.length())))) {
        return true;
      }
    }
    return false;
  }

  private boolean isInitials(List<List<String>> readings) {
    for (int i = 0; i + folded.length() <= readings.size(); i++) {
      int letter = 0;
      while (letter < folded.length() && begins(readings.get(i + letter), folded.charAt(letter))) {
        letter++;
      }
      if (letter == folded.length()) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(List<String> readings, char letter) {
    for (String one : readings) {
      if (one.charAt(0) == letter) {
        return true;
      }
    }
    return false;
  }

  /** Whether a part of the name differs in one character: wrong, missing or too many (Sellers). */
  private boolean isNearly(String name) {
    int[] wanted = core.codePoints().toArray();
    int[] there = name.codePoints().toArray();
    var before = new int[there.length + 1];
    for (int i = 1; i <= wanted.length; i++) {
      var row = new int[there.length + 1];
      row[0] = i;
      for (int j = 1; j <= there.length; j++) {
        int changed = before[j - 1] + (wanted[i - 1] == there[j - 1] ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    for (int distance : before) {
      if (distance <= 1) {
        return true;
      }
    }
    return false;
  }
}
