package innovation.points.acceptance.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.acceptance.cloud.PermittedZoneTest;
import innovation.points.acceptance.cloud.template.Policy.Request;
import innovation.points.datasets.catalogue.Catalogue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The restrictions of the template's policies on people and functions. */
class PolicyTest {

  private static final String TAG = "aws:PrincipalTag/innovation-points-department";
  private static final String LEADING = "dynamodb:LeadingKeys";

  private final Template template = Template.read();
  private final Deployment deployment = Deployment.inEurope(template);

  PolicyTest() throws IOException {}

  /** {@link PermittedZoneTest} tries the keys that the functions actually use. */
  @ParameterizedTest
  @CsvSource({
    "score, BatchWriteItem, ScoresTable, draft#2025#3, true",
    "score, BatchWriteItem, ScoresTable, gen#2025-1#3, false",
    "score, BatchWriteItem, ScoresTable, published, false",
    "score, BatchWriteItem, ScoresTable, run#2025, false",
    "score, PutItem, ScoresTable, draft#2025#3, false",
    "score, UpdateItem, FactsTable, #zone, false",
    "ingest, PutItem, ScoresTable, rulebook, true",
    "ingest, PutItem, ScoresTable, rulebook-file, true",
    "ingest, PutItem, ScoresTable, draft#2025#3, false",
    "ingest, PutItem, ScoresTable, published, false",
    "ingest, PutItem, ScoresTable, run#2025, false",
    "ingest, BatchWriteItem, ScoresTable, rulebook, false",
    "ingest, UpdateItem, FactsTable, #zone, true",
    "ingest, UpdateItem, FactsTable, 91410700XN2076766U, false",
    "recompute, UpdateItem, FactsTable, #zone, true",
    "recompute, UpdateItem, FactsTable, 91410700XN2076766U, false",
    "recompute, BatchWriteItem, FactsTable, 91410700XN2076766U, false",
    "recompute, BatchWriteItem, ScoresTable, gen#2025-1#3, true",
    "recompute, UpdateItem, ScoresTable, published, true",
    "recompute, BatchWriteItem, ScoresTable, draft#2025#3, false",
    "recompute, PutItem, ScoresTable, question, true",
    "recompute, UpdateItem, ScoresTable, question, false",
    "recompute, PutItem, ScoresTable, letter#ABC, false",
    "recompute, PutItem, ScoresTable, rulebook, false",
    "recompute, PutItem, UploadsTable, uploads/a, false",
    "desk, UpdateItem, ScoresTable, published, true",
    "desk, UpdateItem, ScoresTable, run#2025, true",
    "desk, PutItem, ScoresTable, question, true",
    "desk, PutItem, ScoresTable, questions-of#91410700XN2076766U, true",
    "desk, PutItem, ScoresTable, letter#ABC, true",
    "desk, PutItem, ScoresTable, letters#2025-1, true",
    "desk, PutItem, ScoresTable, gen#2025-1#3, false",
    "desk, UpdateItem, ScoresTable, draft#2025#3, false",
    "desk, PutItem, ScoresTable, rulebook, true",
    "desk, PutItem, ScoresTable, setting, true",
    "desk, PutItem, ScoresTable, rulebook-text, false",
    "desk, UpdateItem, FactsTable, #zone, true",
    "desk, UpdateItem, FactsTable, 91410700XN2076766U, false",
    "desk, GetItem, UploadsTable, uploads/a, true",
    "desk, PutItem, UploadsTable, uploads/a, false",
    "lookup, GetItem, ScoresTable, published, true",
    "lookup, PutItem, ScoresTable, published, false",
    "lookup, UpdateItem, ScoresTable, published, false",
    "upload, PutItem, ScoresTable, published, false",
    "upload, BatchWriteItem, FactsTable, #zone, false",
    "portal, GetItem, ScoresTable, published, false",
  })
  void aFunctionReachesOnlyItsItems(
      String function, String action, String table, String key, boolean allowed) {
    assertThat(
            Policy.ofFunction(template, deployment, function)
                .allows(
                    new Request(
                        "dynamodb:" + action,
                        deployment.arn(table),
                        Map.of(LEADING, List.of(key)))))
        .isEqualTo(allowed);
  }

  /** A permitted item in a batch does not permit the others. */
  @Test
  void aBatchPassesAsAWholeOrNotAtAll() {
    assertThat(
            Policy.ofFunction(template, deployment, "score")
                .allows(
                    new Request(
                        "dynamodb:BatchWriteItem",
                        deployment.arn("ScoresTable"),
                        Map.of(LEADING, List.of("draft#2025#1", "gen#x#1")))))
        .isFalse();
  }

  /**
   * IAM considers a condition on all of no keys fulfilled, so it must not guard a call without
   * keys.
   */
  @Test
  void noConditionOnKeysGuardsACallWithoutKeys() {
    assertThat(
            template
                .resources()
                .flatMap(resource -> Template.everything(resource.body()))
                .filter(node -> node.at("/Condition").toString().contains(LEADING)))
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(Template.listed(statement.path("Action")))
                    .extracting(JsonNode::asText)
                    .isSubsetOf(
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:BatchWriteItem"));
  }

  @ParameterizedTest
  @CsvSource({
    "ingest, s3:PutObject, reports/tax/operations/2025/a.csv/v/report.json, true",
    "ingest, s3:PutObject, uploads/tax/operations/2025/a.csv, false",
    "ingest, s3:DeleteObject, uploads/tax/operations/2025/a.csv, false",
    "ingest, s3:GetObjectVersion, uploads/tax/operations/2025/a.csv, true",
    "ingest, s3:GetObjectVersion, published/2025/g/year.csv, false",
    "upload, s3:PutObject, uploads/tax/operations/2025/a.csv, true",
    "upload, s3:PutObject, rulebooks/mine.yaml, false",
    "upload, s3:PutObject, published/2025/g/year.csv, false",
    "upload, s3:PutObject, reports/tax/x, false",
    "upload, s3:GetObject, uploads/tax/operations/2025/a.csv, false",
    "recompute, s3:PutObject, published/2025/g/year.csv, true",
    "recompute, s3:PutObject, uploads/tax/operations/2025/a.csv, false",
    "desk, s3:PutObject, rebuilds/now.json, false",
    "desk, s3:PutObject, questions/2025-1/a.pdf, true",
    "desk, s3:GetObject, questions/2025-1/a.pdf, true",
    "desk, s3:GetObject, published/2025/g/year.csv, false",
    "lookup, s3:GetObject, reports/tax/x, false",
  })
  void aFunctionReachesOnlyItsFolders(String function, String action, String key, boolean allowed) {
    assertThat(Policy.ofFunction(template, deployment, function).allows(object(action, key, null)))
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "tax, s3:PutObject, uploads/tax/operations/2025/a.csv, true",
    "tax, s3:DeleteObject, uploads/tax/operations/2025/a.csv, true",
    "tax, s3:GetObject, reports/tax/operations/2025/a.csv/v/report.csv, true",
    "tax, s3:PutObject, uploads/hr/workforce/2025/a.csv, false",
    "tax, s3:PutObject, uploads/taxi/operations/2025/a.csv, false",
    "tax, s3:PutObject, uploads/tax, false",
    "tax, s3:PutObject, rulebooks/mine.yaml, false",
    "tax, s3:PutObject, rebuilds/now.json, false",
    "tax, s3:PutObject, published/2025/g/year.csv, false",
    "tax, s3:PutObject, reports/tax/operations/2025/a.csv/v/report.csv, false",
    "tax, s3:GetObject, uploads/hr/workforce/2025/a.csv, false",
    "tax, s3:GetObject, reports/hr/workforce/2025/a.csv/v/report.csv, false",
    "tax, s3:DeleteObjectVersion, uploads/tax/operations/2025/a.csv, false",
    "public, s3:PutObject, uploads/public/workforce/2025/a.csv, true",
    // No department reports for enterprises, and a tag is a name, not a pattern or a path.
    "enterprise, s3:PutObject, uploads/enterprise/workforce/2025/91410700XN2076766U.csv, false",
    "'*', s3:PutObject, uploads/tax/operations/2025/a.csv, false",
    "tax/operations, s3:PutObject, uploads/tax/operations/2025/a.csv, false",
    ", s3:PutObject, uploads/tax/operations/2025/a.csv, false",
    ", s3:PutObject, uploads//operations/2025/a.csv, false",
  })
  void aDepartmentsOwnCredentialsReachItsOwnFolderAlone(
      String department, String action, String key, boolean allowed) {
    Request request = object(action, key, department);
    assertThat(departments().allows(request) && !bucketPolicy().denies(request)).isEqualTo(allowed);
  }

  /** For example, an administrator's policy attached to a department by mistake. */
  @Test
  void whateverElseIsAllowedADepartmentWritesInItsOwnFolderAlone() {
    assertThat(bucketPolicy().denies(object("s3:PutObject", "uploads/hr/x/2025/a.csv", "tax")))
        .isTrue();
    assertThat(bucketPolicy().denies(object("s3:PutObject", "rulebooks/mine.yaml", "tax")))
        .isTrue();
    assertThat(bucketPolicy().denies(object("s3:PutObject", "uploads/tax/x/2025/a.csv", "tax")))
        .isFalse();
    assertThat(bucketPolicy().denies(object("s3:PutObject", "rulebooks/mine.yaml", null)))
        .as("the bureau's administrators carry no such tag")
        .isFalse();
  }

  @Test
  void aDepartmentListsItsOwnFolderAlone() {
    assertThat(departments().allows(list("uploads/tax/operations/"))).isTrue();
    assertThat(departments().allows(list("uploads/hr/"))).isFalse();
    assertThat(departments().allows(list(""))).isFalse();
  }

  @Test
  void everySourceThatUploadsByItselfIsNamed() {
    var sources = new TreeSet<String>();
    Catalogue.load().departments().forEach(department -> sources.add(department.id()));
    sources.add("public");
    assertThat(departments().statements().getFirst().at("/Condition/StringEquals").path(TAG))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(sources);
  }

  private Request list(String prefix) {
    return new Request(
        "s3:ListBucket",
        deployment.arn("Bucket"),
        Map.of(TAG, List.of("tax"), "s3:prefix", List.of(prefix)));
  }

  private Request object(String action, String key, @Nullable String department) {
    return new Request(
        action,
        deployment.arn("Bucket") + "/" + key,
        department == null
            ? Map.of("aws:SecureTransport", List.of("true"))
            : Map.of(TAG, List.of(department), "aws:SecureTransport", List.of("true")));
  }

  private Policy departments() {
    return Policy.of(
        deployment, Stream.of(template.resource("DepartmentUploads").property("/PolicyDocument")));
  }

  private Policy bucketPolicy() {
    return Policy.of(
        deployment, Stream.of(template.resource("BucketPolicy").property("/PolicyDocument")));
  }
}
