package innovation.points.acceptance.cloud.template;

import static innovation.points.acceptance.cloud.template.Template.everything;
import static innovation.points.acceptance.cloud.template.Template.listed;
import static innovation.points.acceptance.cloud.template.Template.nameOf;
import static innovation.points.acceptance.cloud.template.Template.target;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.acceptance.cloud.template.Template.Resource;
import innovation.points.testkit.Repository;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the consistency of the parts of {@code template.yaml}, which cfn-lint cannot. */
class TemplateTest {

  private final Template template = Template.read();

  TemplateTest() throws IOException {}

  @Test
  void everyFolderUnderFunctionsIsOneFunction() throws IOException {
    try (var folders = Files.list(Repository.root().resolve("functions"))) {
      assertThat(template.functions().stream().map(Template::nameOf))
          .containsExactlyInAnyOrderElementsOf(
              folders.map(folder -> folder.getFileName().toString()).toList());
    }
  }

  @Test
  void everyFunctionRunsOnJava25OnArmBehindTheAliasLive() {
    JsonNode globals = template.root().at("/Globals/Function");
    var usual = Deployment.inEurope(template);
    assertThat(usual.text(globals.path("Runtime"))).isEqualTo("java25");
    assertThat(usual.resolve(globals.path("Architectures")))
        .extracting(JsonNode::asText)
        .containsExactly("arm64");
    assertThat(globals.path("AutoPublishAlias").asText()).isEqualTo("live");
    assertThat(template.functions())
        .allSatisfy(
            function -> {
              for (String inherited : List.of("Runtime", "Architectures", "AutoPublishAlias")) {
                assertThat(function.property("/" + inherited).isMissingNode())
                    .as("%s overrides %s", function.id(), inherited)
                    .isTrue();
              }
              assertThat(function.body().at("/Metadata/SkipBuild").asBoolean())
                  .as("%s is built by Maven", function.id())
                  .isTrue();
            });
  }

  @Test
  void interactiveFunctionsStartFromASnapshot() {
    assertThat(
            template.functions().stream()
                .filter(
                    function ->
                        Deployment.inEurope(template)
                            .text(function.property("/SnapStart/ApplyOn"))
                            .equals("PublishedVersions"))
                .map(Template::nameOf))
        .containsExactlyInAnyOrder("upload", "desk", "lookup", "portal");
  }

  @Test
  void everyFunctionWritesToItsOwnLogGroupWithRetention() {
    List<String> logs =
        template.functions().stream()
            .map(function -> target(function.property("/LoggingConfig/LogGroup")))
            .toList();
    assertThat(logs).doesNotHaveDuplicates().hasSize(template.functions().size());
    assertThat(logs)
        .allSatisfy(
            log ->
                assertThat(target(template.resource(log).property("/RetentionInDays")))
                    .isEqualTo("LogRetentionDays"));
  }

  @Test
  void everyFunctionHasARoleOfItsOwnThatMayWriteItsLogOnly() {
    assertThat(template.functions().stream().map(f -> target(f.property("/Role"))))
        .doesNotHaveDuplicates()
        .hasSize(template.functions().size());
    for (Resource function : template.functions()) {
      String log = target(function.property("/LoggingConfig/LogGroup"));
      assertThat(allowed(template.resource(target(function.property("/Role")))))
          .filteredOn(statement -> actions(statement).anyMatch(a -> a.startsWith("logs:")))
          .singleElement()
          .satisfies(statement -> assertThat(target(statement.path("Resource"))).isEqualTo(log));
    }
  }

  @Test
  void apiFunctionsTimeOutBeforeTheApi() {
    assertThat(template.ofType("AWS::Lambda::Permission")).isNotEmpty();
    for (Resource permission : template.ofType("AWS::Lambda::Permission")) {
      String alias = target(permission.property("/FunctionName"));
      Resource function = template.resource(alias.replace(".Alias", ""));
      // It runs for up to a quarter of an hour on the stream; its requests take a second.
      if (!nameOf(function).equals("recompute")) {
        assertThat(function.property("/Timeout").asInt()).as(function.id()).isBetween(5, 29);
      }
    }
  }

  @Test
  void aMessageStaysHiddenSixTimesAsLongAsItsFunctionMayTake() {
    for (Resource function : template.functions()) {
      function
          .property("/Events")
          .valueStream()
          .filter(event -> event.path("Type").asText().equals("SQS"))
          .forEach(
              event -> {
                Resource queue = template.resource(target(event.at("/Properties/Queue")));
                assertThat(queue.property("/VisibilityTimeout").asInt())
                    .as(queue.id())
                    .isGreaterThanOrEqualTo(6 * function.property("/Timeout").asInt());
              });
    }
  }

  @Test
  void batchesReportWhatFailedInThem() {
    for (String name : List.of("ingest", "score")) {
      assertThat(template.function(name).property("/Events"))
          .allSatisfy(
              event ->
                  assertThat(event.at("/Properties/FunctionResponseTypes"))
                      .extracting(JsonNode::asText)
                      .containsExactly("ReportBatchItemFailures"));
    }
  }

  @Test
  void streamsKeepTheOrderOfAnEnterpriseAndSetFailuresAside() {
    List<JsonNode> streams = events("DynamoDB");
    assertThat(streams).as("facts in two lanes, runs and the audit trail").hasSize(4);
    assertThat(streams)
        .allSatisfy(
            stream -> {
              assertThat(stream.path("ParallelizationFactor").asInt()).isEqualTo(1);
              assertThat(stream.path("MaximumRetryAttempts").asInt())
                  .as("as long as the record is young: an outage takes longer than a few attempts")
                  .satisfiesAnyOf(
                      most -> assertThat(most).isEqualTo(-1),
                      most -> assertThat(most).isGreaterThanOrEqualTo(30));
              assertThat(stream.path("MaximumRecordAgeInSeconds").asInt())
                  .as("six hours, of the day that the stream keeps")
                  .isEqualTo(6 * 60 * 60);
              assertThat(target(stream.at("/DestinationConfig/OnFailure/Destination")))
                  .endsWith("DeadLetters");
              assertThat(stream.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
            });
    for (String lane : List.of("Facts", "Bulk")) {
      assertThat(
              template
                  .function("score")
                  .property("/Events/" + lane + "/Properties/BisectBatchOnFunctionError")
                  .asBoolean())
          .as(lane)
          .isTrue();
    }
  }

  @Test
  void onlyANewRunStartsARun() throws IOException {
    List<JsonNode> filters =
        listed(
            template
                .function("recompute")
                .property("/Events/Runs/Properties/FilterCriteria/Filters"));
    assertThat(filters).hasSize(1);
    assertThat(new ObjectMapper().readTree(filters.getFirst().path("Pattern").asText()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"eventName": ["INSERT"],
                     "dynamodb": {"Keys": {"pk": {"S": [{"prefix": "run#"}]}}}}
                    """));
  }

  @Test
  void theYearlyRunIsInLocalTimeAndItsFailuresAreKept() {
    assertThat(template.resource("Yearly"))
        .satisfies(
            schedule -> {
              assertThat(schedule.property("/ScheduleExpressionTimezone").asText())
                  .isEqualTo(OfficialTime.ZONE.getId());
              assertThat(schedule.property("/Target/Input").asText())
                  .isEqualTo("{\"scheduledTime\":\"<aws.scheduler.scheduled-time>\"}");
              assertThat(schedule.property("/Target/Arn"))
                  .isEqualTo(reference("RecomputeFunction.Alias"));
              assertThat(target(schedule.property("/Target/DeadLetterConfig/Arn")))
                  .isEqualTo("ScheduleDeadLetters");
            });
    assertThat(
            target(
                template
                    .function("recompute")
                    .property("/EventInvokeConfig/DestinationConfig/OnFailure/Destination")))
        .isEqualTo("RecomputeDeadLetters");
  }

  @Test
  void departmentsAreRemindedInTheMorning() {
    assertThat(template.resource("Daily"))
        .satisfies(
            schedule -> {
              assertThat(schedule.property("/ScheduleExpression").asText())
                  .isEqualTo("cron(30 8 * * ? *)");
              assertThat(schedule.property("/ScheduleExpressionTimezone").asText())
                  .isEqualTo(OfficialTime.ZONE.getId());
              assertThat(schedule.property("/Target/Input").asText())
                  .isEqualTo("{\"dailyTime\":\"<aws.scheduler.scheduled-time>\"}");
              assertThat(schedule.property("/Target/Arn"))
                  .isEqualTo(reference("RecomputeFunction.Alias"));
              assertThat(target(schedule.property("/Target/DeadLetterConfig/Arn")))
                  .isEqualTo("ScheduleDeadLetters");
            });
  }

  @Test
  void everyQueueHasAPolicyAndSpeaksTlsOnly() {
    List<Resource> policies = template.ofType("AWS::SQS::QueuePolicy");
    for (Resource queue : template.ofType("AWS::SQS::Queue")) {
      assertThat(policies)
          .filteredOn(policy -> target(policy.property("/Queues/0")).equals(queue.id()))
          .as("policy of %s", queue.id())
          .singleElement()
          .satisfies(
              policy -> {
                assertThat(listed(policy.property("/PolicyDocument/Statement")))
                    .allSatisfy(s -> assertThat(target(s.path("Resource"))).isEqualTo(queue.id()))
                    .anySatisfy(TemplateTest::deniesPlainHttp);
              });
      assertThat(queue.property("/SqsManagedSseEnabled").asBoolean()).as(queue.id()).isTrue();
    }
  }

  @Test
  void onlyTheBucketMaySendToItsQueue() {
    JsonNode name = template.resource("Bucket").property("/BucketName/Fn::Sub");
    List<JsonNode> senders =
        listed(template.resource("UploadQueuePolicy").property("/PolicyDocument/Statement"))
            .stream()
            .filter(statement -> statement.path("Effect").asText().equals("Allow"))
            .toList();
    assertThat(senders)
        .singleElement()
        .satisfies(
            sender -> {
              assertThat(sender.at("/Principal/Service").asText()).isEqualTo("s3.amazonaws.com");
              assertThat(actions(sender)).containsExactly("sqs:SendMessage");
              assertThat(sender.at("/Condition/ArnEquals/aws:SourceArn/Fn::Sub").asText())
                  .isEqualTo("arn:${AWS::Partition}:s3:::" + name.asText());
              assertThat(sender.at("/Condition/StringEquals/aws:SourceAccount"))
                  .isEqualTo(reference("AWS::AccountId"));
            });
    assertThat(template.resource("Bucket").body().path("DependsOn").asText())
        .isEqualTo("UploadQueuePolicy");
  }

  @Test
  void everyChangeThatTheIntakeTakesIsAHint() {
    JsonNode notifications =
        template.resource("Bucket").property("/NotificationConfiguration/QueueConfigurations");
    assertThat(notifications)
        .extracting(
            notification ->
                notification.path("Event").asText()
                    + " "
                    + notification.at("/Filter/S3Key/Rules/0/Value").asText())
        .containsExactlyInAnyOrder(
            "s3:ObjectCreated:* uploads/",
            "s3:ObjectRemoved:* uploads/",
            "s3:ObjectCreated:* checks/",
            "s3:ObjectCreated:* confirmations/",
            "s3:ObjectCreated:* verifications/",
            "s3:ObjectCreated:* rulebooks/",
            "s3:ObjectRemoved:* rulebooks/",
            "s3:ObjectCreated:* rebuilds/");
    assertThat(notifications)
        .allSatisfy(
            notification ->
                assertThat(target(notification.path("Queue"))).isEqualTo("UploadQueue"));
    assertThat(target(template.function("ingest").property("/Events/Uploads/Properties/Queue")))
        .isEqualTo("UploadQueue");
    assertThat(
            target(template.resource("UploadQueue").property("/RedrivePolicy/deadLetterTargetArn")))
        .isEqualTo("UploadDeadLetters");
  }

  @Test
  void theBucketKeepsEveryVersionEncryptedPrivateAndBehindTls() {
    Resource bucket = template.resource("Bucket");
    assertThat(bucket.property("/VersioningConfiguration/Status").asText()).isEqualTo("Enabled");
    assertThat(bucket.property("/BucketEncryption").isMissingNode()).isFalse();
    assertThat(bucket.property("/PublicAccessBlockConfiguration")).hasSize(4);
    assertThat(bucket.property("/PublicAccessBlockConfiguration"))
        .allSatisfy(blocked -> assertThat(blocked.asBoolean()).isTrue());
    assertThat(listed(bucket.property("/LifecycleConfiguration/Rules")))
        .filteredOn(rule -> rule.toString().contains("Expiration"))
        .as("nothing ever expires but what is no record")
        .extracting(rule -> rule.path("Prefix").asText())
        .containsExactly("runs/", "checks/", "reports/checks/");
    assertThat(template.ofType("AWS::S3::BucketPolicy"))
        .singleElement()
        .satisfies(
            policy ->
                assertThat(listed(policy.property("/PolicyDocument/Statement")))
                    .anySatisfy(TemplateTest::deniesPlainHttp));
  }

  @Test
  void whatHoldsDataOutlivesTheStack() {
    assertThat(
            template
                .resources()
                .filter(
                    resource ->
                        List.of("AWS::S3::Bucket", "AWS::DynamoDB::Table", "AWS::Logs::LogGroup")
                            .contains(resource.type())))
        .isNotEmpty()
        .allSatisfy(
            resource -> {
              assertThat(resource.body().path("DeletionPolicy").asText())
                  .isEqualTo("RetainExceptOnCreate");
              assertThat(resource.body().path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
            });
    assertThat(template.ofType("AWS::DynamoDB::Table"))
        .hasSize(3)
        .allSatisfy(
            table -> {
              assertThat(table.property("/DeletionProtectionEnabled/Fn::If/0").asText())
                  .isEqualTo("Protected");
              assertThat(
                      table
                          .property("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                          .asBoolean())
                  .isTrue();
            });
  }

  @Test
  void noPolicyAllowsMoreThanItNames() {
    Stream<JsonNode> statements =
        template
            .resources()
            // A key's policy names the account and the key itself: EveryResourceTest looks at it.
            .filter(resource -> !resource.type().equals("AWS::KMS::Key"))
            .flatMap(TemplateTest::documents)
            .flatMap(TemplateTest::statements);
    assertThat(statements.filter(s -> s.path("Effect").asText().equals("Allow")))
        .isNotEmpty()
        .allSatisfy(
            statement -> {
              assertThat(statement.has("NotAction")).isFalse();
              assertThat(statement.has("NotResource")).isFalse();
              assertThat(statement.path("Principal").asText()).isNotEqualTo("*");
              assertThat(actions(statement)).isNotEmpty().noneMatch(a -> a.contains("*"));
              if (actions(statement).noneMatch(action -> action.startsWith("xray:"))) {
                // Only X-Ray supports no narrower resource.
                assertThat(listed(statement.path("Resource")))
                    .noneMatch(resource -> resource.asText().equals("*"));
              }
            });
    assertThat(template.text()).doesNotContain(":aws:policy/");
  }

  @Test
  void everyDeadLetterQueueHasAnAlarmThatReachesSomebody() {
    List<Resource> alarms = template.ofType("AWS::CloudWatch::Alarm");
    assertThat(alarms)
        .allSatisfy(
            alarm -> assertThat(target(alarm.property("/AlarmActions/0"))).isEqualTo("AlarmTopic"));
    List<String> watched =
        alarms.stream()
            .filter(
                alarm ->
                    alarm
                        .property("/MetricName")
                        .asText()
                        .equals("ApproximateNumberOfMessagesVisible"))
            .map(alarm -> target(alarm.property("/Dimensions/0/Value")))
            .toList();
    assertThat(
            template.ofType("AWS::SQS::Queue").stream()
                .map(Resource::id)
                .filter(id -> id.endsWith("DeadLetters")))
        .hasSize(4)
        .containsExactlyInAnyOrderElementsOf(watched);
  }

  @Test
  void nothingNamesAPartitionOrARegion() {
    assertThat(template.text()).doesNotContain("arn:aws").doesNotContain("us-east-1");
    assertThat(
            everything(template.root())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> text.contains("amazonaws.com"))
                .filter(
                    text ->
                        !text.matches(
                            "(s3|lambda|scheduler|cloudwatch|apigateway|codedeploy)\\.amazonaws\\.com"))
                .filter(text -> !text.contains("e.g. ")))
        .as("service principals alone are the same in every partition")
        .isEmpty();
  }

  private List<JsonNode> events(String type) {
    return template.functions().stream()
        .flatMap(function -> function.property("/Events").valueStream())
        .filter(event -> event.path("Type").asText().equals(type))
        .map(event -> event.path("Properties"))
        .toList();
  }

  private static JsonNode reference(String id) {
    return new ObjectMapper().createObjectNode().put("Ref", id);
  }

  private static void deniesPlainHttp(JsonNode statement) {
    assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
    assertThat(statement.path("Principal").asText()).isEqualTo("*");
    assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText()).isEqualTo("false");
  }

  private static List<JsonNode> allowed(Resource role) {
    return documents(role)
        .flatMap(TemplateTest::statements)
        .filter(statement -> statement.path("Effect").asText().equals("Allow"))
        .toList();
  }

  /** Every policy document of a resource: trust, inline, resource-based and managed. */
  private static Stream<JsonNode> documents(Resource resource) {
    return everything(resource.body().path("Properties")).filter(node -> node.has("Statement"));
  }

  private static Stream<JsonNode> statements(JsonNode document) {
    return document.path("Statement").valueStream();
  }

  private static Stream<String> actions(JsonNode statement) {
    return listed(statement.path("Action")).stream().map(JsonNode::asText);
  }
}
