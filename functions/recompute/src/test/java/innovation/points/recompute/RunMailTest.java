package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.person.FourEyes;
import innovation.points.store.mail.Mail;
import innovation.points.store.mail.Outbox;
import innovation.points.web.log.FaultException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A finished run that is to be published is told by mail: once, and never not at all. */
class RunMailTest {

  private static final String SEAL = "{\"seal\":true}";
  private static final String OPEN =
      """
      {"Records":[{"eventName":"INSERT","eventSource":"aws:dynamodb","dynamodb":{
       "Keys":{"pk":{"S":"mail-open"},"sk":{"S":"run"}},"SequenceNumber":"1"}}]}\
      """;

  private final RecomputeBench bench = new RecomputeBench();

  private String finished() {
    bench.fourEyes = FourEyes.REQUIRED;
    bench.zone.known(2025, 3);
    String run = bench.order(2025, true);
    bench.stream(bench.handler(), 2025, run);
    return run;
  }

  @Test
  void itsListIsInTheMail() {
    String run = finished();
    bench.invoke(bench.handler(), OPEN);
    assertThat(bench.mails).hasSize(1);
    Mail mail = bench.mails.getFirst();
    assertThat(mail.id()).isEqualTo("run/2025/" + run);
    long blocking = bench.run(2025, run).blocking().size();
    assertThat(blocking).isPositive();
    assertThat(mail.subject()).isEqualTo("2025 年度企业创新积分计算完成：待批准，%d 项须说明理由".formatted(blocking));
    assertThat(mail.text().lines().filter(line -> line.startsWith("【须说明理由】")))
        .hasSize((int) blocking);
    bench.run(2025, run).checks().forEach(check -> assertThat(mail.text()).contains(check.text()));
  }

  @Test
  void whateverIsRepeatedItIsSentOnce() {
    String run = finished();
    bench.stream(bench.handler(), 2025, run);
    bench.invoke(bench.handler(), OPEN);
    bench.invoke(bench.handler(), OPEN);
    bench.invoke(bench.handler(), SEAL);
    bench.stream(bench.handler(), 2025, run);
    bench.invoke(bench.handler(), SEAL);
    assertThat(bench.mails).hasSize(1);
  }

  @Test
  void whatTheTopicDoesNotTakeIsSentLater() {
    finished();
    bench.topic =
        _ -> {
          throw new IllegalStateException("the topic is gone");
        };
    assertThatThrownBy(() -> bench.invoke(bench.handler(), OPEN))
        .isInstanceOf(FaultException.class);
    assertThat(bench.mails).isEmpty();
    bench.topic = bench.mails::add;
    bench.invoke(bench.handler(), SEAL);
    assertThat(bench.mails).hasSize(1);
  }

  @Test
  void anotherSenderAtTheSameTimeSendsNothing() {
    finished();
    var outbox = new Outbox(bench.tables.client(), bench.tables.scores());
    var others = new ArrayList<Integer>();
    int sent =
        outbox.send(_ -> others.add(outbox.send(bench.mails::add, bench.time())), bench.time());
    assertThat(sent).isEqualTo(1);
    assertThat(others).containsExactly(0);
    assertThat(bench.mails).isEmpty();
  }

  @Test
  void aSenderThatDiedLeavesItsMailToTheNext() {
    finished();
    var outbox = new Outbox(bench.tables.client(), bench.tables.scores());
    assertThatThrownBy(
            () ->
                outbox.send(
                    _ -> {
                      throw new OutOfMemoryError("died");
                    },
                    bench.time()))
        .isInstanceOf(OutOfMemoryError.class);
    bench.invoke(bench.handler(), SEAL);
    assertThat(bench.mails).as("it may still be at work").isEmpty();
    bench.pass(Duration.ofMinutes(3));
    bench.invoke(bench.handler(), SEAL);
    assertThat(bench.mails).hasSize(1);
  }

  @Test
  void aTrialIsNotTold() {
    bench.zone.known(2025, 3);
    String run = bench.order(2025, false, true);
    bench.stream(bench.handler(), 2025, run);
    bench.invoke(bench.handler(), SEAL);
    assertThat(List.copyOf(bench.mails)).isEmpty();
  }
}
