package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.Person;
import innovation.points.scoring.facts.Value;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.QuestionKind;
import innovation.points.store.questions.QuestionState;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.questions.QuestionStep.Outcome;
import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.FaultyClient;
import innovation.points.testkit.FaultyClient.When;
import innovation.points.web.log.FaultException;
import innovation.points.web.time.OfficialTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What the system asks every day: once, not again while open, and taken back by the data. */
class DailyQuestionsTest {

  private static final Person CLERK = new Person("sub-1", "李敏", "department", "tax");

  private final RecomputeBench bench = new RecomputeBench();
  private final AskedQuestions questions =
      new AskedQuestions(bench.tables.client(), bench.tables.scores());
  private final UploadsTable uploads =
      new UploadsTable(bench.tables.client(), bench.tables.uploads());

  private void daily(DynamoDbClient client, String day) {
    var at = LocalDate.parse(day).atTime(8, 30).atZone(OfficialTime.ZONE).toInstant();
    bench.time.set(at);
    bench.invoke(bench.handler(client), "{\"dailyTime\":\"%s\"}".formatted(at));
  }

  private void daily(String day) {
    daily(bench.tables.client(), day);
  }

  private List<AskedQuestion> asked(QuestionKind kind) {
    return questions.all(null, null).filter(one -> one.about().kind() == kind).toList();
  }

  private QuestionState state(AskedQuestion question) {
    return question.state(OfficialTime.day(bench.time()), null);
  }

  private UploadRecord upload(String key, UploadStatus status) {
    var record =
        new UploadRecord(
            "upload-1",
            UploadPath.of(key, Set.of("tax", "enterprise"), Set.of("operations")),
            status,
            Optional.of("v1"),
            Optional.empty(),
            10,
            bench.time(),
            Optional.of(bench.time()),
            bench.time(),
            Optional.empty(),
            Optional.empty());
    uploads.put(record);
    return record;
  }

  @Test
  void aHeldFileIsAskedAboutUntilItIsDealtWith() {
    UploadRecord held = upload("uploads/tax/operations/2025/a.csv", UploadStatus.HELD);
    daily("2026-03-02");
    daily("2026-03-03");
    AskedQuestion question = asked(QuestionKind.HELD).getFirst();
    assertThat(asked(QuestionKind.HELD)).hasSize(1);
    assertThat(question.uscc()).isNull();
    assertThat(question.departments()).containsExactly("tax");
    assertThat(question.text())
        .isEqualTo("2025 年度经营情况文件“a.csv”待确认，尚未计入。请在“数据报送”页看校验结果，确认、撤回或重新报送；处理后本问题自动撤回。");
    uploads.put(held.with(UploadStatus.ACCEPTED));
    daily("2026-03-04");
    AskedQuestion taken = asked(QuestionKind.HELD).getFirst();
    assertThat(state(taken)).isEqualTo(QuestionState.CLOSED);
    assertThat(taken.steps().getLast().text()).isEqualTo("系统核对：数据已确认、补齐或更新，问题撤回");
    uploads.put(held);
    daily("2026-03-05");
    assertThat(asked(QuestionKind.HELD)).hasSize(1);
    assertThat(state(asked(QuestionKind.HELD).getFirst())).isEqualTo(QuestionState.REOPENED);
  }

  @Test
  void anEnterpriseIsAskedAboutItsOwnHeldFile() {
    String uscc = "91350100M000100Y43";
    upload("uploads/enterprise/operations/2025/" + uscc + ".csv", UploadStatus.HELD);
    daily("2026-03-02");
    assertThat(asked(QuestionKind.HELD))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.uscc()).isEqualTo(uscc);
              assertThat(one.isWithEnterprise()).isTrue();
              assertThat(questions.of(uscc)).hasSize(1);
            });
  }

  @Test
  void whomADeliveredDatasetLacksIsOneQuestionAfterItsDueDate() {
    bench.zone.known(2025, 3);
    bench.zone.roster(2025, 4);
    bench.zone.roster(2025, 5);
    bench.zone.deliver("operations", 2025);
    bench.zone.deliver("trade", 2025);
    daily("2026-04-30");
    assertThat(asked(QuestionKind.INCOMPLETE)).isEmpty();
    daily("2026-05-01");
    daily("2026-05-02");
    AskedQuestion question = asked(QuestionKind.INCOMPLETE).getFirst();
    assertThat(asked(QuestionKind.INCOMPLETE)).hasSize(1);
    assertThat(question.departments()).containsExactly("tax");
    assertThat(question.text())
        .isEqualTo(
            "2025 年度经营情况已报送，报送期限已过，名录内仍有 2 家企业没有数据：新乡市测4有限公司、新乡市测5有限公司。"
                + "完整清单见“报送进度”页；请补报，确无数据的请答复说明。");
    bench.zone.revenue(2025, 4, 100);
    daily("2026-05-03");
    assertThat(asked(QuestionKind.INCOMPLETE)).containsExactly(question);
    bench.zone.revenue(2025, 5, 100);
    daily("2026-05-04");
    assertThat(state(asked(QuestionKind.INCOMPLETE).getFirst())).isEqualTo(QuestionState.CLOSED);
  }

  @Test
  void whatWasAnsweredIsAskedAgainOnlyOfOthers() {
    bench.zone.roster(2025, 4);
    bench.zone.deliver("operations", 2025);
    daily("2026-05-01");
    AskedQuestion question = asked(QuestionKind.INCOMPLETE).getFirst();
    var answer =
        QuestionStep.answered(
            bench.time(),
            CLERK,
            Outcome.DISMISSED,
            "该企业未经营",
            null,
            null,
            LocalDate.parse("2026-05-15"));
    questions.save(question, question.after(answer), nothing());
    daily("2026-05-20");
    assertThat(asked(QuestionKind.INCOMPLETE)).hasSize(1);
    bench.zone.roster(2025, 5);
    daily("2026-05-21");
    assertThat(asked(QuestionKind.INCOMPLETE)).hasSize(2);
  }

  private TransactWriteItem nothing() {
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(bench.tables.scores())
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS("nothing"),
                        "sk", AttributeValue.fromS("nothing")))
                .build())
        .build();
  }

  private void certificate(String number, String from, String to) {
    bench.zone.put(
        "qualifications",
        Integer.parseInt(from.substring(0, 4)),
        1,
        Map.of(
            "certificate", Value.of(number),
            "kind", Value.of("高新技术企业"),
            "validFrom", Value.of(LocalDate.parse(from)),
            "validTo", Value.of(LocalDate.parse(to))));
  }

  @Test
  void aCertificateThatEndsIsAskedOfTheEnterpriseUntilThereIsALaterOne() {
    bench.zone.roster(2025, 1);
    certificate("GR2023", "2023-10-20", "2026-10-19");
    daily("2026-04-21");
    assertThat(asked(QuestionKind.CERTIFICATE)).isEmpty();
    daily("2026-04-22");
    daily("2026-04-23");
    AskedQuestion question = asked(QuestionKind.CERTIFICATE).getFirst();
    assertThat(asked(QuestionKind.CERTIFICATE)).hasSize(1);
    assertThat(question.uscc()).isEqualTo(FactsZone.uscc(1));
    assertThat(question.name()).isEqualTo("新乡市测1有限公司");
    assertThat(question.isWithEnterprise()).isTrue();
    assertThat(question.text())
        .isEqualTo(
            "高新技术企业证书 GR2023 将于 2026-10-19 到期。请按期申请重新认定，未通过重新认定可能被扣分、影响资质类指标；" + "已申请的请答复说明进展。");
    certificate("GR2026", "2026-10-15", "2029-10-14");
    daily("2026-10-16");
    assertThat(state(asked(QuestionKind.CERTIFICATE).getFirst())).isEqualTo(QuestionState.CLOSED);
  }

  @Test
  void whoIsInFilesAndOnNoRosterIsAskedOfTheBureauUntilItIsListed() {
    bench.zone.roster(2025, 1);
    bench.zone.put("operations", 2025, 2, Map.of("rdExpense", Value.of(30.0)));
    bench.zone.put("operations", 2025, 3, Map.of("revenue", Value.of(30.0)));
    daily("2026-03-02");
    assertThat(asked(QuestionKind.UNLISTED)).as("the roster has not come").isEmpty();
    bench.zone.deliver("enterprises", 2025);
    daily("2026-03-03");
    daily("2026-03-04");
    AskedQuestion question = asked(QuestionKind.UNLISTED).getFirst();
    assertThat(asked(QuestionKind.UNLISTED))
        .as("who shows no kind of 三(一) is no evaluation object")
        .hasSize(1);
    assertThat(question.uscc()).isEqualTo(FactsZone.uscc(2));
    assertThat(question.isWithEnterprise()).isFalse();
    assertThat(question.reference()).isEqualTo("有研发投入");
    assertThat(question.text())
        .isEqualTo(
            "该企业（914107000000000002）出现在 2025 年度的经营情况中，未列入企业名录；数据显示的纳入依据：有研发投入。"
                + "请核实：应纳入评价的补入名录（“报送进度”页可下载待补名录），不纳入的答复说明。");
    bench.zone.roster(2025, 2);
    daily("2026-03-05");
    assertThat(state(asked(QuestionKind.UNLISTED).getFirst())).isEqualTo(QuestionState.CLOSED);
  }

  @Test
  void aContractThatTwoRegisteredIsAskedOfItsDepartmentUntilOneOfThemHasIt() {
    for (int number = 1; number <= 3; number++) {
      bench.zone.roster(2025, number);
    }
    contract(1, "T-7", "卖方");
    contract(2, "T-7", "卖方");
    contract(3, "T-7", "买方");
    daily("2026-03-02");
    daily("2026-03-03");
    AskedQuestion question = asked(QuestionKind.CLAIM).getFirst();
    assertThat(asked(QuestionKind.CLAIM)).hasSize(1);
    assertThat(question.departments()).containsExactly("science");
    assertThat(question.about().title()).isEqualTo("2025 年度合同 T-7");
    assertThat(question.text())
        .isEqualTo(
            "合同编号 T-7 同时由 2 家企业登记：新乡市测1有限公司、新乡市测2有限公司。"
                + "确定登记企业以前，各家均不计“技术合同成交额奖励”。请核对登记记录，报送更正后的文件；更正后本问题自动撤回。");
    contract(2, "T-7", "买方");
    daily("2026-03-04");
    assertThat(state(asked(QuestionKind.CLAIM).getFirst())).isEqualTo(QuestionState.CLOSED);
  }

  private void contract(int number, String contract, String side) {
    bench.zone.put(
        "technology-contracts",
        2025,
        number,
        Map.of(
            "contract", Value.of(contract),
            "kind", Value.of("技术开发"),
            "amount", Value.of(500),
            "university", Value.of(false),
            "side", Value.of(side)));
  }

  /** Wherever the process dies, and whatever is repeated: each is asked once. */
  @Test
  void aCrashLosesAndRepeatsNothing() {
    for (int fatal = 1; ; fatal++) {
      var fresh = new DailyQuestionsTest();
      fresh.bench.zone.roster(2025, 1);
      fresh.certificate("GR2023", "2023-10-20", "2026-10-19");
      fresh.bench.zone.deliver("operations", 2025);
      fresh.upload("uploads/tax/operations/2025/a.csv", UploadStatus.HELD);
      When when = fatal % 2 == 0 ? When.AFTER : When.BEFORE;
      FaultyClient process = FaultyClient.dyingAtWrite(fatal / 2 + 1, when);
      try {
        fresh.daily(process.of(fresh.bench.tables.client()), "2026-05-01");
      } catch (FaultException | FaultyClient.Died e) {
        assertThat(process.died()).as("%s", e).isTrue();
      }
      fresh.daily("2026-05-01");
      fresh.daily("2026-05-02");
      for (QuestionKind kind :
          List.of(QuestionKind.HELD, QuestionKind.INCOMPLETE, QuestionKind.CERTIFICATE)) {
        assertThat(fresh.asked(kind)).as("%s, %s", kind, process).hasSize(1);
      }
      if (!process.died()) {
        return;
      }
    }
  }
}
