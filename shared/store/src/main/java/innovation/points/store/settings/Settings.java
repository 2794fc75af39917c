package innovation.points.store.settings;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.person.Bank;
import innovation.points.person.Banks;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.Partition;
import innovation.points.store.table.Revisions;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The settings in force, copied from the bucket when they were approved, and the proposals. A file
 * that somebody put into the bucket by himself is not looked at. Thread-safe.
 */
public final class Settings {

  private static final String IN_FORCE = "inForce";
  private static final String PROPOSAL = "proposal";

  private final DynamoDbClient client;
  private final String table;

  public Settings(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** The limits of a run's checks. One GetItem. */
  public Limits limits() {
    return value(SettingFile.LIMITS, Limits.class);
  }

  /** Who issues papers. One GetItem. */
  public ZoneProfile zone() {
    return value(SettingFile.ZONE, ZoneProfile.class);
  }

  /** The working days of all years. One Query. */
  public WorkingDays workingDays() {
    return new WorkingDays(folder(SettingFile.HOLIDAYS, Holidays.class));
  }

  /**
   * The catalogue for the files of a year: with the zone's departments, days and datasets, and the
   * year's own forms, which may have days of their own. One GetItem and two Queries.
   */
  public Catalogue catalogue(int year) {
    return catalogue()
        .with(
            List.of(),
            folder(SettingFile.FORMS + year + "/", YearForm.class).map(YearForm::form).toList());
  }

  /** The same without the forms of any year. One GetItem and one Query. */
  public Catalogue catalogue() {
    return value(SettingFile.DEPARTMENTS, DepartmentList.class)
        .in(Catalogue.load())
        .with(
            List.of(),
            folder(SettingFile.DATASETS, ZoneDataset.class).map(ZoneDataset::read).toList());
  }

  /** Whether the zone has a department. One GetItem where the catalogue does not have it. */
  public boolean isDepartment(String id) {
    return Catalogue.isDepartment(id)
        || value(SettingFile.DEPARTMENTS, DepartmentList.class)
            .in(Catalogue.load())
            .department(id)
            .isPresent();
  }

  /**
   * The banks that are admitted on the day when they are asked for. A GetItem each.
   *
   * @param today in official time
   */
  public Banks banks(Supplier<LocalDate> today) {
    return new Banks() {
      @Override
      public Optional<Bank> ofClient(String clientId) {
        return bankList().ofClient(clientId, today.get());
      }

      @Override
      public Optional<Bank> named(String id) {
        return bankList().named(id, today.get());
      }
    };
  }

  /** The banks that the zone has listed. One GetItem. */
  public BankList bankList() {
    return value(SettingFile.BANKS, BankList.class);
  }

  /** Which mails offices have turned off. One GetItem. */
  public NoticeSwitches notices() {
    return value(SettingFile.NOTICES, NoticeSwitches.class);
  }

  /** All files of a folder that are in force. */
  private <T> Stream<T> folder(String folder, Class<T> type) {
    return Partition.beginning(client, table, ScoreKeys.SETTING, folder).stream()
        .map(Settings::read)
        .map(Setting::inForce)
        .filter(Objects::nonNull)
        .map(inForce -> StoredJson.read(inForce.json(), type));
  }

  private <T> T value(SettingFile file, Class<T> type) {
    Setting.InForce inForce = find(file.key()).inForce();
    return inForce == null ? type.cast(file.initial()) : StoredJson.read(inForce.json(), type);
  }

  /** A setting as it is now. One GetItem. */
  public Setting find(String key) {
    var id = ScoreKeys.key(ScoreKeys.SETTING, key);
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(id)).item();
    return item.isEmpty() ? Setting.none(key) : read(item);
  }

  /**
   * Writes a setting's next revision.
   *
   * @param with what else is written with it or not at all
   * @return false where somebody else was first: then nothing is written
   */
  public boolean save(Setting next, List<TransactWriteItem> with) {
    Map<String, AttributeValue> item = new HashMap<>(ScoreKeys.key(ScoreKeys.SETTING, next.key()));
    put(item, IN_FORCE, next.inForce());
    put(item, PROPOSAL, next.proposal());
    return Revisions.save(client, table, item, next.revision(), with);
  }

  private static void put(
      Map<String, AttributeValue> item, String name, @Nullable Object document) {
    if (document != null) {
      item.put(name, AttributeValue.fromS(StoredJson.write(document)));
    }
  }

  private static Setting read(Map<String, AttributeValue> item) {
    String inForce = Attributes.textOrNull(item, IN_FORCE);
    String proposal = Attributes.textOrNull(item, PROPOSAL);
    return new Setting(
        Attributes.text(item, "sk"),
        inForce == null ? null : StoredJson.read(inForce, Setting.InForce.class),
        proposal == null ? null : StoredJson.read(proposal, Setting.Proposal.class),
        Revisions.of(item));
  }
}
