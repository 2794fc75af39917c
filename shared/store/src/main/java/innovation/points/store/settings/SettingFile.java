package innovation.points.store.settings;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.FurtherDataset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  public static final SettingFile DEPARTMENTS =
      new SettingFile("departments.json", DepartmentList.class, DepartmentList.OWN);

  public static final SettingFile BANKS =
      new SettingFile("banks.json", BankList.class, BankList.NONE);

  public static final SettingFile NOTICES =
      new SettingFile("notices.json", NoticeSwitches.class, NoticeSwitches.ALL_ON);

  static final String HOLIDAYS = "holidays/";
  static final String FORMS = "catalogue/";
  static final String DATASETS = "datasets/";

  private static final Pattern FORM = Pattern.compile("catalogue/(20\\d\\d|2100)/([a-z-]+)\\.json");
  private static final Pattern DATASET = Pattern.compile("datasets/([a-z-]+)\\.json");
  private static final Pattern YEAR = Pattern.compile("holidays/(20\\d\\d|2100)\\.json");

  /** The holidays of a year, 2000 to 2100. */
  public static SettingFile holidays(int year) {
    return new SettingFile(
        HOLIDAYS + "%d.json".formatted(year), Holidays.class, Holidays.none(year));
  }

  /** The form of a dataset of the catalogue for a year, 2000 to 2100. */
  public static SettingFile form(int year, String dataset) {
    return new SettingFile(
        FORMS + "%d/%s.json".formatted(year, dataset), YearForm.class, YearForm.own(year, dataset));
  }

  /** A dataset besides those of the catalogue; what is initial is a draft, and not in force. */
  public static SettingFile dataset(String id) {
    return new SettingFile(DATASETS + id + ".json", ZoneDataset.class, ZoneDataset.draft(id));
  }

  /** The file of a key; empty where nothing reads it. */
  public static Optional<SettingFile> named(String key) {
    Matcher form = FORM.matcher(key);
    if (form.matches()) {
      return Catalogue.load()
          .dataset(form.group(2))
          .map(dataset -> form(Integer.parseInt(form.group(1)), dataset.id()));
    }
    Matcher dataset = DATASET.matcher(key);
    if (dataset.matches()) {
      return Optional.of(dataset.group(1)).filter(FurtherDataset::isId).map(SettingFile::dataset);
    }
    Matcher year = YEAR.matcher(key);
    if (year.matches()) {
      return Optional.of(holidays(Integer.parseInt(year.group(1))));
    }
    return Stream.of(LIMITS, ZONE, DEPARTMENTS, BANKS, NOTICES)
        .filter(file -> file.key().equals(key))
        .findFirst();
  }

  /** Its key in the bucket. */
  public String object() {
    return "settings/" + key;
  }
}
