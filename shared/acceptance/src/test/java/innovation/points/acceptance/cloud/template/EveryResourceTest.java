package innovation.points.acceptance.cloud.template;

import static innovation.points.acceptance.cloud.template.Template.listed;
import static innovation.points.acceptance.cloud.template.Template.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.acceptance.cloud.template.Template.Resource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractBooleanAssert;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requirements on every resource of a type, future ones included. */
class EveryResourceTest {

  private final Template template = Template.read();
  private final Deployment deployment = Deployment.inEurope(template);

  EveryResourceTest() throws IOException {}

  private final Map<String, Consumer<Resource>> rules =
      Map.ofEntries(
          Map.entry("AWS::IAM::Role", this::aRole),
          Map.entry("AWS::S3::Bucket", this::aBucket),
          Map.entry("AWS::SQS::Queue", this::aQueue),
          Map.entry("AWS::DynamoDB::Table", this::aTable),
          Map.entry("AWS::Logs::LogGroup", this::aLogGroup),
          Map.entry("AWS::SNS::Topic", this::aTopic),
          Map.entry("AWS::KMS::Key", this::aKey),
          Map.entry("AWS::Serverless::HttpApi", this::anApi),
          Map.entry("AWS::Serverless::Function", this::aFunction),
          Map.entry("AWS::Lambda::Permission", this::aPermission),
          Map.entry("AWS::CloudWatch::Alarm", this::anAlarm));

  /**
   * These types hold no data and grant nothing, or are checked with the resource they belong to.
   */
  private static final List<String> HARMLESS =
      List.of(
          "AWS::S3::BucketPolicy",
          "AWS::SQS::QueuePolicy",
          "AWS::SNS::TopicPolicy",
          "AWS::SNS::Subscription",
          "AWS::IAM::ManagedPolicy",
          "AWS::Scheduler::Schedule",
          "AWS::CloudWatch::Dashboard",
          "AWS::Logs::MetricFilter",
          "AWS::Logs::SubscriptionFilter",
          // Linted by itself, and looked at in StepsStackTest.
          "AWS::CloudFormation::Stack");

  @TestFactory
  Stream<DynamicTest> everyResourceIsAsItsKindHasToBe() {
    return template
        .resources()
        .filter(resource -> rules.containsKey(resource.type()))
        .map(resource -> dynamicTest(resource.id(), () -> rule(resource).accept(resource)));
  }

  @Test
  void everyTypeOfResourceIsConsidered() {
    assertThat(template.resources().map(Resource::type).distinct())
        .allSatisfy(
            type ->
                assertThat(rules.containsKey(type) || HARMLESS.contains(type)).as(type).isTrue());
  }

  private Consumer<Resource> rule(Resource resource) {
    return rules.getOrDefault(resource.type(), _ -> {});
  }

  private void aBucket(Resource bucket) {
    outlivesTheStack(bucket);
    assertThat(bucket.property("/VersioningConfiguration/Status").asText()).isEqualTo("Enabled");
    assertThat(
            bucket
                .property(
                    "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm")
                .asText())
        .isIn("AES256", "aws:kms");
    for (String blocked :
        List.of(
            "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")) {
      is(bucket, "/PublicAccessBlockConfiguration/" + blocked).isTrue();
    }
    assertThat(bucket.property("/OwnershipControls/Rules/0/ObjectOwnership").asText())
        .isEqualTo("BucketOwnerEnforced");
    tlsOnly(
        "AWS::S3::BucketPolicy", "/Bucket", bucket, "s3:*", deployment.arn(bucket.id()) + "/key");
    tlsOnly("AWS::S3::BucketPolicy", "/Bucket", bucket, "s3:*", deployment.arn(bucket.id()));
  }

  private void aQueue(Resource queue) {
    is(queue, "/SqsManagedSseEnabled").isTrue();
    assertThat(queue.property("/MessageRetentionPeriod").asInt())
        .as("fourteen days, the most there is")
        .isEqualTo(1_209_600);
    tlsOnly("AWS::SQS::QueuePolicy", "/Queues/0", queue, "sqs:*", deployment.arn(queue.id()));
  }

  /** Encrypted by the service; reachable over TLS only. */
  private void aTable(Resource table) {
    outlivesTheStack(table);
    assertThat(deployment.text(table.property("/DeletionProtectionEnabled")))
        .as("where the stack is not just being created")
        .isEqualTo("true");
    is(table, "/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").isTrue();
    assertThat(table.property("/SSESpecification/SSEEnabled").asText("true")).isEqualTo("true");
  }

  /** Encrypted by the service. */
  private void aLogGroup(Resource log) {
    outlivesTheStack(log);
    assertThat(template.ofType("AWS::Logs::SubscriptionFilter"))
        .filteredOn(filter -> target(filter.property("/LogGroupName")).equals(log.id()))
        .as("forwarded where the zone has an archive")
        .hasSize(1);
    int days = Integer.parseInt(deployment.text(log.property("/RetentionInDays")));
    assertThat(days).as("half a year: Cybersecurity Law, article 21").isGreaterThanOrEqualTo(180);
  }

  /** It signs and nothing else, and outlives the stack: what it signed is in people's hands. */
  private void aKey(Resource key) {
    outlivesTheStack(key);
    assertThat(key.property("/KeySpec").asText()).isEqualTo("ECC_NIST_P256");
    assertThat(key.property("/KeyUsage").asText()).isEqualTo("SIGN_VERIFY");
    assertThat(key.property("/KeyPolicy/Statement").valueStream())
        .as("rights are given by the roles of this account alone")
        .singleElement()
        .satisfies(
            statement ->
                assertThat(deployment.text(statement.at("/Principal/AWS")))
                    .isEqualTo("arn:aws:iam::%s:root".formatted(Deployment.ACCOUNT)));
  }

  /**
   * Not encrypted with a key: CloudWatch cannot use SNS's own, and alarms contain only names and
   * descriptions.
   */
  private void aTopic(Resource topic) {
    tlsOnly("AWS::SNS::TopicPolicy", "/Topics/0", topic, "sns:Publish", deployment.arn(topic.id()));
    assertThat(statements("AWS::SNS::TopicPolicy", "/Topics/0", topic))
        .filteredOn(statement -> statement.path("Effect").asText().equals("Allow"))
        .allSatisfy(
            statement -> {
              assertThat(statement.at("/Condition/StringEquals/aws:SourceAccount").asText())
                  .isEqualTo(Deployment.ACCOUNT);
              assertThat(statement.at("/Condition/ArnLike/aws:SourceArn").asText())
                  .contains(":alarm:innovation-points-");
            });
  }

  private void anApi(Resource api) {
    for (String limit : List.of("ThrottlingRateLimit", "ThrottlingBurstLimit")) {
      assertThat(Integer.parseInt(deployment.text(api.property("/DefaultRouteSettings/" + limit))))
          .as(limit)
          .isBetween(1, 10_000);
    }
    // The gateway warns of what it leaves out of an OpenAPI document; that must stop no deployment.
    is(api, "/FailOnWarnings").isFalse();
    assertThat(template.resource(target(api.property("/AccessLogSettings/DestinationArn"))).type())
        .isEqualTo("AWS::Logs::LogGroup");
    assertThat(api.property("/AccessLogSettings/Format").asText())
        .as("who asked about whom is nobody's business")
        .doesNotContain("sourceIp", "identity", "rawPath", "$context.path", "claims", "userAgent");
  }

  private void itsLogAndItsRights(Resource function) {
    assertThat(function.property("/LoggingConfig/LogGroup").isMissingNode()).isFalse();
    assertThat(function.property("/LoggingConfig/LogFormat").isMissingNode())
        .as("Text, for all: Lambda's JSON hides metrics")
        .isTrue();
    assertThat(template.root().at("/Globals/Function/LoggingConfig/LogFormat").asText())
        .isEqualTo("Text");
    assertThat(function.property("/FunctionUrlConfig").isMissingNode()).isTrue();
    assertThat(function.property("/Policies").isMissingNode()).as("by its role alone").isTrue();
  }

  /** A service may invoke only published versions, for one resource of this account. */
  private void aPermission(Resource permission) {
    assertThat(permission.property("/Principal").asText()).endsWith(".amazonaws.com");
    assertThat(target(permission.property("/FunctionName"))).endsWith(".Alias");
    assertThat(deployment.text(permission.property("/SourceArn")))
        .startsWith("arn:aws:execute-api:eu-west-1:" + Deployment.ACCOUNT + ":Api/");
  }

  /** Accounts that ask for a boundary refuse every role without it. */
  private void aRole(Resource role) {
    assertThat(target(role.property("/PermissionsBoundary/Fn::If/1")))
        .isEqualTo("PermissionsBoundary");
  }

  /** What the public can ask for must not take the place of what has to go on. */
  private void aFunction(Resource function) {
    assertThat(target(function.property("/ReservedConcurrentExecutions/Fn::If/2")).isEmpty())
        .as("invocations of its own")
        .isEqualTo(Set.of("upload", "lookup", "portal").contains(Template.nameOf(function)));
    itsLogAndItsRights(function);
  }

  private void anAlarm(Resource alarm) {
    assertThat(target(alarm.property("/AlarmActions/0"))).isEqualTo("AlarmTopic");
    assertThat(alarm.property("/TreatMissingData").asText())
        .isEqualTo(alarm.id().equals("SilentScheduleAlarm") ? "breaching" : "notBreaching");
    assertThat(deployment.text(alarm.property("/AlarmName")))
        .as("else the topic's policy keeps it out")
        .startsWith("innovation-points-xinxiang-");
    assertThat(alarm.property("/AlarmDescription").asText()).endsWith(".");
  }

  private static void outlivesTheStack(Resource resource) {
    assertThat(resource.body().path("DeletionPolicy").asText())
        .as("what a failed first deployment made must not stop the next")
        .isEqualTo("RetainExceptOnCreate");
    assertThat(resource.body().path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
  }

  private static AbstractBooleanAssert<?> is(Resource resource, String property) {
    return assertThat(resource.property(property).asBoolean()).as(property);
  }

  private void tlsOnly(String kind, String of, Resource resource, String action, String arn) {
    var plain =
        new Policy.Request(
            action.replace("*", "Anything"), arn, Map.of("aws:SecureTransport", List.of("false")));
    assertThat(new Policy(statements(kind, of, resource)).denies(plain)).as("plain HTTP").isTrue();
  }

  private List<JsonNode> statements(String kind, String of, Resource resource) {
    return template.ofType(kind).stream()
        .filter(policy -> target(policy.property(of)).equals(resource.id()))
        .flatMap(policy -> listed(policy.property("/PolicyDocument/Statement")).stream())
        .map(deployment::resolve)
        .toList();
  }
}
