package innovation.points.store.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file under {@code settings/} that some function reads.
 *
 * @param key below {@code settings/}
 * @param type its fields, which check themselves
 * @param initial in force as long as none is set
 */
public record SettingFile(String key, Class<? extends Record> type, Record initial) {

  public static final SettingFile LIMITS =
      new SettingFile("limits.json", Limits.class, Limits.DEFAULT);
  public static final SettingFile ZONE =
      new SettingFile("zone.json", ZoneProfile.class, ZoneProfile.NONE);

  static final String HOLIDAYS = "holidays/";

  private static final Pattern YEAR = Pattern.compile("holidays/(20\\d\\d|2100)\\.json");

  /** The holidays of a year, 2000 to 2100. */
  public static SettingFile holidays(int year) {
    return new SettingFile(
        HOLIDAYS + "%d.json".formatted(year), Holidays.class, Holidays.none(year));
  }

  /** The file of a key; empty where nothing reads it. */
  public static Optional<SettingFile> named(String key) {
    Matcher year = YEAR.matcher(key);
    if (year.matches()) {
      return Optional.of(holidays(Integer.parseInt(year.group(1))));
    }
    return key.equals(LIMITS.key())
        ? Optional.of(LIMITS)
        : key.equals(ZONE.key()) ? Optional.of(ZONE) : Optional.empty();
  }

  /** Its key in the bucket. */
  public String object() {
    return "settings/" + key;
  }
}
