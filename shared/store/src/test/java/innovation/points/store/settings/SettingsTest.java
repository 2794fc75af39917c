package innovation.points.store.settings;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.Bank;
import innovation.points.person.Banks;
import innovation.points.person.Person;
import innovation.points.store.EmbeddedTables;
import innovation.points.store.table.StoredJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsTest {

  private static final Person LI = new Person("1", "李敏", "bureau", null);
  private static final Person WANG = new Person("2", "王芳", "approver", null);
  private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

  private final EmbeddedTables tables = new EmbeddedTables();
  private final Settings settings = new Settings(tables.client(), EmbeddedTables.SCORES);

  @AfterAll
  void stop() {
    tables.close();
  }

  private static Setting.InForce inForce(Record value) {
    return new Setting.InForce(StoredJson.write(value), "v1", LI, WANG, AT);
  }

  @Test
  void holdsWhatWasApprovedAndNotWhatIsProposed() {
    assertThat(settings.limits()).isEqualTo(Limits.DEFAULT);
    Setting first =
        settings
            .find("limits.json")
            .proposed(new Setting.Proposal(StoredJson.write(new Limits(0.2, 0.3, 5)), LI, AT));
    assertThat(settings.save(first, List.of())).isTrue();
    assertThat(settings.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(settings.find("limits.json")).isEqualTo(first);

    Setting second = first.decided(inForce(new Limits(0.2, 0.3, 5)));
    assertThat(settings.save(second, List.of())).isTrue();
    assertThat(settings.limits()).isEqualTo(new Limits(0.2, 0.3, 5));
    assertThat(settings.find("limits.json")).isEqualTo(second);
  }

  @Test
  void ofTwoWhoDecideAtOnceOneIsRefused() {
    Setting seen = settings.find("zone.json");
    Setting mine = seen.decided(inForce(ZoneProfile.ofPapers("科技局", "", "", "")));
    Setting theirs = seen.decided(inForce(ZoneProfile.ofPapers("科学技术局", "", "", "")));
    assertThat(settings.save(mine, List.of())).isTrue();
    assertThat(settings.save(theirs, List.of())).isFalse();
    assertThat(settings.save(theirs.decided(theirs.inForce()), List.of())).isTrue();
    assertThat(settings.zone().office()).isEqualTo("科学技术局");
  }

  @Test
  void workingDaysKnowTheHolidaysOfEveryYear() {
    for (String day : List.of("2026-10-01", "2027-10-01")) {
      int year = LocalDate.parse(day).getYear();
      String key = SettingFile.holidays(year).key();
      Setting next =
          settings.find(key).decided(inForce(new Holidays(year, List.of(day), List.of())));
      assertThat(settings.save(next, List.of())).isTrue();
    }
    WorkingDays days = settings.workingDays();
    assertThat(days.works(LocalDate.parse("2026-10-01"))).isFalse();
    assertThat(days.works(LocalDate.parse("2027-10-01"))).isFalse();
    assertThat(days.works(LocalDate.parse("2028-10-02"))).isTrue();
  }

  @Test
  void aBankIsAdmittedUntilItsLastDay() {
    var list =
        new BankList(
            List.of(
                new BankList.Admitted("icbc", "工商银行", List.of("risk-1"), "2026-03-31", null),
                new BankList.Admitted("ccb", "建设银行", List.of(), null, 60)));
    assertThat(settings.save(settings.find("banks.json").decided(inForce(list)), List.of()))
        .isTrue();
    var today = new AtomicReference<>(LocalDate.parse("2026-03-31"));
    Banks banks = settings.banks(today::get);
    assertThat(banks.ofClient("risk-1")).contains(new Bank("icbc", "工商银行"));
    assertThat(banks.named("icbc")).contains(new Bank("icbc", "工商银行"));
    assertThat(banks.ofClient("risk-2")).isEmpty();
    today.set(LocalDate.parse("2026-04-01"));
    assertThat(banks.ofClient("risk-1")).isEmpty();
    assertThat(banks.named("icbc")).isEmpty();
    assertThat(banks.named("ccb")).contains(new Bank("ccb", "建设银行"));
    assertThat(banks.named("other")).contains(new Bank("other", "other"));
    assertThat(list.on(today.get())).containsExactly(new Bank("ccb", "建设银行"));
  }

  @Test
  void filesThatNothingReadsHaveNoKey() {
    assertThat(SettingFile.named("limits.json")).contains(SettingFile.LIMITS);
    assertThat(SettingFile.named("holidays/2026.json")).contains(SettingFile.holidays(2026));
    for (String key :
        List.of("holidays/26.json", "holidays/2101.json", "other.json", "../limits")) {
      assertThat(SettingFile.named(key)).as(key).isEmpty();
    }
  }
}
