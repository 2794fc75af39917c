package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import innovation.points.person.Person;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactRow;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.questions.QuestionStep.Act;
import innovation.points.store.questions.QuestionStep.Outcome;
import innovation.points.testkit.FactsZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What the system asks of sources that say different things, run after run. */
class ConflictQuestionsTest {

  private static final Person CLERK = new Person("sub-1", "李敏", "bureau", null);

  private final RecomputeBench bench = new RecomputeBench();
  private final AskedQuestions questions =
      new AskedQuestions(bench.tables.client(), bench.tables.scores());

  @Test
  void aConflictIsAskedOnceAndTakenBackWhenTheDataSaysSo() {
    bench.zone.known(2025, 2);
    report(1, 80);
    report(9, 80);
    bench.publish(2025);

    AskedQuestion asked = only();
    assertThat(asked.uscc()).isEqualTo(FactsZone.uscc(1));
    assertThat(asked.askedBy()).isEqualTo(Person.SCHEDULE);
    assertThat(asked.about().place()).isEqualTo("conflict=revenue");
    assertThat(asked.departments()).containsExactly("tax");
    assertThat(asked.text())
        .isEqualTo("企业自主填报、税务局对“营业收入(万元)”的数据不一致，目前采用税务局的数据。请核对；采用的数据有误的，请报送更正后的文件。");
    assertThat(asked.waits()).isTrue();

    next();
    assertThat(only()).as("not again while it is open").isEqualTo(asked);

    unreport(1, 80);
    next();
    assertThat(only().steps())
        .extracting(QuestionStep::act, QuestionStep::by, QuestionStep::text)
        .containsExactly(tuple(Act.CLOSE, Person.SCHEDULE, "系统核对：各来源的数据已一致或已有更新，问题撤回"));
    next();
    assertThat(only().steps()).as("taken back once").hasSize(1);

    report(1, 80);
    next();
    assertThat(only().id()).isEqualTo(asked.id());
    assertThat(only().steps()).extracting(QuestionStep::act).containsExactly(Act.CLOSE, Act.REOPEN);
    assertThat(only().waits()).isTrue();
  }

  /** Other figures are another question; the one about the figures before is taken back. */
  @Test
  void otherFiguresAreAskedAnew() {
    bench.zone.known(2025, 1);
    report(1, 80);
    bench.publish(2025);
    report(1, 70);
    next();
    assertThat(questions.all(2025, null))
        .extracting(AskedQuestion::waits)
        .containsExactly(true, false);
  }

  @Test
  void whatWasAnsweredIsNotAskedAgain() {
    bench.zone.known(2025, 1);
    report(1, 80);
    bench.publish(2025);
    AskedQuestion asked = only();
    var answer =
        QuestionStep.answered(
            bench.time.get(),
            CLERK,
            Outcome.DISMISSED,
            "核对无误",
            null,
            null,
            LocalDate.of(2026, 4, 20));
    assertThat(questions.save(asked, asked.after(answer), nothing())).isTrue();

    next();
    assertThat(only().steps()).containsExactly(answer);
  }

  private void next() {
    bench.time.updateAndGet(now -> now.plus(Duration.ofDays(1)));
    bench.publish(2025);
  }

  private AskedQuestion only() {
    List<AskedQuestion> all = questions.all(2025, null).toList();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private void report(int number, double revenue) {
    bench.zone.facts().put(List.of(said(number, revenue)));
  }

  private void unreport(int number, double revenue) {
    bench.zone.facts().delete(FactsTable.itemKeys(said(number, revenue)));
  }

  private static Contribution said(int number, double revenue) {
    String uscc = FactsZone.uscc(number);
    var file =
        new FileVersion(
            "uploads/enterprise/operations/2025/" + uscc + ".csv",
            "v",
            Instant.parse("2026-01-03T00:00:00Z"));
    return new Contribution(
        file, uscc, List.of(new FactRow(2, Map.of("revenue", Value.of(revenue)))));
  }

  private TransactWriteItem nothing() {
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(bench.tables.scores())
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS("test"), "sk", AttributeValue.fromS("nothing")))
                .build())
        .build();
  }
}
