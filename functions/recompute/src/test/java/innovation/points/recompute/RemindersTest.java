package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.store.mail.Mail;
import innovation.points.testkit.FaultyClient;
import innovation.points.testkit.FaultyClient.When;
import innovation.points.web.log.FaultException;
import innovation.points.web.time.OfficialTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Departments are reminded of datasets 14 and 3 days before they are due, on the day, and weekly
 * after; each mail is sent once, and none is lost.
 */
class RemindersTest {

  private static final String SEAL = "{\"seal\":true}";

  private final RecomputeBench bench = new RecomputeBench();

  /** Half past eight of a day, when the schedule fires. */
  private static Instant morning(LocalDate day) {
    return day.atTime(8, 30).atZone(OfficialTime.ZONE).toInstant();
  }

  private void daily(DynamoDbClient client, LocalDate day) {
    bench.time.set(morning(day));
    bench.invoke(
        bench.handler(client), "{\"dailyTime\":\"%s\"}".formatted(morning(day).toString()));
  }

  private void daily(LocalDate day) {
    daily(bench.tables.client(), day);
  }

  private void send() {
    bench.invoke(bench.handler(), SEAL);
  }

  private static LocalDate day(String monthAndDay) {
    return LocalDate.parse("2026-" + monthAndDay);
  }

  private void deliver(String dataset) {
    bench.zone.deliver(dataset, 2025);
  }

  private List<String> to(String department) {
    return bench.mails.stream()
        .filter(mail -> mail.to().equals(department))
        .map(mail -> mail.id().split("/", -1)[2])
        .toList();
  }

  @Test
  void aQuarterHasTheseMails() {
    for (LocalDate day = day("04-01"); day.isBefore(day("07-01")); day = day.plusDays(1)) {
      if (day.equals(day("05-20"))) {
        deliver("operations");
      }
      daily(day);
      daily(day);
      send();
      send();
    }
    assertThat(to("tax"))
        .containsExactly("2026-04-16", "2026-04-27", "2026-04-30", "2026-05-07", "2026-05-14");
    assertThat(bench.mails.stream().map(Mail::id)).doesNotHaveDuplicates();
    Mail first =
        bench.mails.stream().filter(one -> one.to().equals("tax")).findFirst().orElseThrow();
    assertThat(first.subject()).isEqualTo("催报：税务局 1 个数据集待报送");
    assertThat(first.text())
        .isEqualTo(
            """
            税务局（联系人 %s，代理人 %s）：

            待报送的数据
            · 2025 年度经营情况，2026-04-30 截止，还有 14 天

            请在门户“数据报送”页报送：/uploads?year=2025
            催报：每日计划任务\
            """
                .formatted(contact("tax"), deputy("tax")));
  }

  private static String contact(String department) {
    var person = Catalogue.load().department(department).orElseThrow().contact();
    return person.name() + " " + person.telephone();
  }

  private static String deputy(String department) {
    var person = Catalogue.load().department(department).orElseThrow().deputy();
    return person.name() + " " + person.telephone();
  }

  @Test
  void whatIsDueOnOneDayIsInOneMail() {
    daily(day("04-16"));
    send();
    assertThat(bench.mails.stream().filter(mail -> mail.to().equals("market")))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.text().lines().filter(line -> line.startsWith("·")))
                    .containsExactly(
                        "· 2025 年度知识产权与标准，2026-03-31 截止，已逾期 16 天",
                        "· 2025 年度企业征信，2026-04-30 截止，还有 14 天"));
  }

  @Test
  void daysThatTheScheduleHasMissedAreMadeUpForInOneMail() {
    deliver("intellectual-property");
    daily(day("04-15"));
    daily(day("04-29"));
    daily(day("04-30"));
    send();
    assertThat(to("tax")).containsExactly("2026-04-29", "2026-04-30");
  }

  @Test
  void whatTheTopicDoesNotTakeIsSentLater() {
    daily(day("04-16"));
    bench.topic =
        _ -> {
          throw new IllegalStateException("the topic is gone");
        };
    assertThatThrownBy(this::send).isInstanceOf(FaultException.class);
    daily(day("04-17"));
    bench.topic = bench.mails::add;
    send();
    assertThat(to("tax")).containsExactly("2026-04-16");
  }

  @Test
  void whatIsDeliveredIsNotAskedFor() {
    deliver("operations");
    daily(day("04-16"));
    send();
    assertThat(to("tax")).isEmpty();
  }

  /** Wherever the process dies: it is sent, and twice only where the topic had it already. */
  @ParameterizedTest
  @EnumSource
  void noMailIsLostWhereverTheProcessDies(When when) {
    for (int fatal = 1; ; fatal++) {
      var fresh = new RemindersTest();
      Catalogue.load().datasets().stream()
          .filter(dataset -> !dataset.id().equals("operations"))
          .forEach(dataset -> fresh.deliver(dataset.id()));
      FaultyClient process = FaultyClient.dyingAt(fatal, when);
      DynamoDbClient client = process.of(fresh.bench.tables.client());
      try {
        fresh.daily(client, day("04-16"));
        fresh.bench.invoke(fresh.bench.handler(client), SEAL);
      } catch (FaultException | FaultyClient.Died e) {
        assertThat(process.died()).as("%s", e).isTrue();
      }
      int taken = fresh.bench.mails.size();
      fresh.daily(day("04-16"));
      fresh.bench.pass(Duration.ofMinutes(3));
      fresh.send();
      fresh.daily(day("04-17"));
      fresh.bench.pass(Duration.ofMinutes(3));
      fresh.send();
      assertThat(fresh.bench.mails.stream().map(Mail::id).distinct()).as("%s", process).hasSize(1);
      assertThat(fresh.bench.mails).as("%s", process).hasSizeBetween(1, 1 + taken);
      if (!process.died()) {
        assertThat(taken).isEqualTo(1);
        return;
      }
    }
  }

  /** Two schedules at once, faults and repetitions: an occasion is used once. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverHappensNothingIsToldTwice(long seed) {
    var random = new Random(seed);
    for (LocalDate day = day("04-10"); day.isBefore(day("06-01")); day = day.plusDays(1)) {
      if (random.nextInt(4) > 0) {
        LocalDate today = day;
        int fatal = 1 + random.nextInt(12);
        When when = random.nextBoolean() ? When.BEFORE : When.AFTER;
        FaultyClient process =
            switch (random.nextInt(3)) {
              case 0 -> FaultyClient.dyingAt(fatal, when);
              case 1 -> FaultyClient.meanwhile(1 + random.nextInt(3), () -> daily(today));
              default -> FaultyClient.counting();
            };
        try {
          daily(process.of(bench.tables.client()), day);
        } catch (FaultException | FaultyClient.Died e) {
          assertThat(process.died()).as("%s", e).isTrue();
        }
      }
      send();
    }
    daily(day("06-01"));
    send();
    var told = new ArrayList<String>();
    for (Mail mail : bench.mails) {
      mail.text()
          .lines()
          .filter(line -> line.startsWith("·"))
          .forEach(line -> told.add(mail.to() + line));
    }
    assertThat(told).doesNotHaveDuplicates();
    assertThat(told.stream().filter(line -> line.startsWith("tax"))).hasSizeBetween(5, 8);
  }

  @Test
  void itIsOnRecord() {
    daily(day("04-16"));
    assertThat(bench.recorded("departments/tax")).containsExactly("REMINDER_SENT done");
  }
}
