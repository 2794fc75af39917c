package innovation.points.recompute.names;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import innovation.points.store.names.NameFold;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the characters of a name can be read. Which reading is meant is not guessed: 长 is chang and
 * zhang, 重 chong and zhong, and a company is found by either.
 */
final class Pinyin {

  private static final int MOST = 3;
  private static final Pattern SYLLABLE = Pattern.compile("[a-z]{1,6}");

  private Pinyin() {}

  /** Of each character of a name's core in order: its readings, or itself where it has none. */
  static List<List<String>> readings(String name) {
    return NameFold.core(NameFold.fold(name))
        .codePoints()
        .mapToObj(character -> readings(character))
        .toList();
  }

  private static List<String> readings(int character) {
    String itself = Character.toString(character);
    if (!Character.isBmpCodePoint(character) || !Character.isIdeographic(character)) {
      return List.of(itself);
    }
    var readings = new LinkedHashSet<String>();
    for (String one : PinyinHelper.toPinyinList((char) character, PinyinStyleEnum.NORMAL)) {
      String plain = one.replace('ü', 'v');
      if (SYLLABLE.matcher(plain).matches() && readings.size() < MOST) {
        readings.add(plain);
      }
    }
    return readings.isEmpty() ? List.of(itself) : List.copyOf(readings);
  }
}
