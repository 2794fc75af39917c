package innovation.points.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** The bucket as its clients know it: everything goes through HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalS3Test {

  private static final String BUCKET = "zone";
  private static final String ELSEWHERE = "https://www.example.gov.cn";

  private final List<BucketChange> changes = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalS3 server = start(null);

  private LocalS3 start(@Nullable Path folder) {
    var started =
        new LocalS3(
            folder, 0, InstantSource.system(), changes::add, ELSEWHERE, _ -> Optional.empty());
    started.ensureBucket(BUCKET);
    return started;
  }

  @AfterAll
  void close() {
    server.close();
    http.close();
  }

  @Test
  void everyVersionStaysReadable() {
    String first = put(server, "a/every.csv", "one");
    String second = put(server, "a/every.csv", "two");

    assertThat(get(server, "a/every.csv", null)).isEqualTo("two");
    assertThat(get(server, "a/every.csv", first)).isEqualTo("one");
    assertThat(get(server, "a/every.csv", second)).isEqualTo("two");
  }

  @Test
  void versionsAreListedNewestFirstWithTheirDeleteMarkers() {
    String first = put(server, "b/list.csv", "one");
    String second = put(server, "b/list.csv", "two");
    String marker =
        server.client().deleteObject(r -> r.bucket(BUCKET).key("b/list.csv")).versionId();
    String third = put(server, "b/list.csv", "three");

    var listed = versions(server, "b/list.csv");

    assertThat(listed.versions())
        .extracting(ObjectVersion::versionId, ObjectVersion::isLatest, ObjectVersion::size)
        .containsExactly(tuple(third, true, 5L), tuple(second, false, 3L), tuple(first, false, 3L));
    assertThat(listed.deleteMarkers())
        .extracting(DeleteMarkerEntry::versionId, DeleteMarkerEntry::isLatest)
        .containsExactly(tuple(marker, false));
  }

  /** A request whose checksum arrives late is one request; the SDK would repeat a broken one. */
  @Test
  void anObjectIsTakenOnceHoweverManyAreSent() {
    for (int sent = 0; sent < 40; sent++) {
      put(server, "once/%02d.csv".formatted(sent), "x".repeat(sent % 3 == 0 ? 200_000 : 5));
    }

    assertThat(versions(server, "once/").versions()).hasSize(40);
  }

  @Test
  void aWriteThatHasToBeTheFirstIsTakenOnce() {
    var put = PutObjectRequest.builder().bucket(BUCKET).key("审计/1.jsonl").ifNoneMatch("*").build();
    server.client().putObject(put, RequestBody.fromString("first"));
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> server.client().putObject(put, RequestBody.fromString("second")))
        .matches(failed -> failed.statusCode() == 412);
    assertThat(get(server, put.key(), null)).isEqualTo("first");
  }

  @Test
  void timesInAListingTellVersionsOfOneSecondApart() {
    put(server, "c/time.csv", "one");
    put(server, "c/time.csv", "two");
    put(server, "c/time.csv", "three");

    List<Instant> times =
        versions(server, "c/time.csv").versions().stream()
            .map(ObjectVersion::lastModified)
            .toList();

    assertThat(times).doesNotHaveDuplicates();
    assertThat(times.reversed()).isSorted();
    assertThat(times.getFirst()).isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void aContinuationTokenThatNobodyGaveIsRefused() {
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(
            () ->
                server.client().listObjectsV2(r -> r.bucket(BUCKET).continuationToken("not one!")))
        .satisfies(e -> assertThat(e.statusCode()).isEqualTo(400))
        .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidArgument"));
  }

  @Test
  void aDeletedKeyIsGoneUntilItIsWrittenAgain() {
    put(server, "d/gone.csv", "one");
    server.client().deleteObject(r -> r.bucket(BUCKET).key("d/gone.csv"));

    assertThatExceptionOfType(NoSuchKeyException.class)
        .isThrownBy(() -> get(server, "d/gone.csv", null));
    assertThat(server.client().listObjectsV2(r -> r.bucket(BUCKET).prefix("d/")).contents())
        .isEmpty();

    put(server, "d/gone.csv", "two");
    assertThat(get(server, "d/gone.csv", null)).isEqualTo("two");
  }

  @Test
  void removingADeleteMarkerBringsTheObjectBack() {
    put(server, "e/back.csv", "one");
    String marker =
        server.client().deleteObject(r -> r.bucket(BUCKET).key("e/back.csv")).versionId();

    server.client().deleteObject(r -> r.bucket(BUCKET).key("e/back.csv").versionId(marker));

    assertThat(get(server, "e/back.csv", null)).isEqualTo("one");
  }

  @Test
  void listingsGoThroughPagesAndRollUpFolders() {
    for (String key : List.of("f/一/1", "f/一/2", "f/2", "f/3", "f/4")) {
      put(server, key, "x");
    }
    var client = server.client();

    assertThat(
            client.listObjectsV2Paginator(r -> r.bucket(BUCKET).prefix("f/").maxKeys(2)).contents())
        .extracting(object -> object.key())
        .containsExactly("f/2", "f/3", "f/4", "f/一/1", "f/一/2");
    assertThat(
            client
                .listObjectVersionsPaginator(r -> r.bucket(BUCKET).prefix("f/").maxKeys(2))
                .versions())
        .extracting(ObjectVersion::key)
        .containsSubsequence("f/2", "f/3", "f/4", "f/一/1", "f/一/2")
        .containsOnly("f/2", "f/3", "f/4", "f/一/1", "f/一/2");
    var first = client.listObjects(r -> r.bucket(BUCKET).prefix("f/").maxKeys(4));
    assertThat(first.contents()).hasSize(4);
    assertThat(client.listObjects(r -> r.bucket(BUCKET).prefix("f/").marker("f/一/1")).contents())
        .extracting(object -> object.key())
        .containsExactly("f/一/2");
    var folders = client.listObjectsV2(r -> r.bucket(BUCKET).prefix("f/").delimiter("/"));
    assertThat(folders.contents())
        .extracting(object -> object.key())
        .containsExactly("f/2", "f/3", "f/4");
    assertThat(folders.commonPrefixes())
        .extracting(prefix -> prefix.prefix())
        .containsExactly("f/一/");
  }

  @Test
  void bigFilesArriveInParts() {
    var client = server.client();
    String id =
        client
            .createMultipartUpload(r -> r.bucket(BUCKET).key("g/big").contentType("text/csv"))
            .uploadId();
    byte[] part = new byte[5 * 1024 * 1024];
    var done =
        List.of(part, "end".getBytes(UTF_8)).stream()
            .map(
                bytes -> {
                  int number = bytes == part ? 1 : 2;
                  var answer =
                      client.uploadPart(
                          r -> r.bucket(BUCKET).key("g/big").uploadId(id).partNumber(number),
                          RequestBody.fromBytes(bytes));
                  return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
                })
            .toList();
    client.completeMultipartUpload(
        r -> r.bucket(BUCKET).key("g/big").uploadId(id).multipartUpload(m -> m.parts(done)));

    var head = client.headObject(r -> r.bucket(BUCKET).key("g/big"));
    assertThat(head.contentLength()).isEqualTo(part.length + 3);
    assertThat(head.contentType()).isEqualTo("text/csv");
    assertThat(head.eTag()).endsWith("-2\"");
    assertThat(
            client
                .getObjectAsBytes(r -> r.bucket(BUCKET).key("g/big").range("bytes=-3"))
                .asUtf8String())
        .isEqualTo("end");
    assertThat(client.listMultipartUploads(r -> r.bucket(BUCKET)).uploads()).isEmpty();
  }

  @Test
  void aPresignedPutAdmitsExactlyTheSignedBytes() throws Exception {
    byte[] body = "uscc,revenue\n".getBytes(UTF_8);
    PresignedPutObjectRequest signed = presign("h/signed.csv", body);

    assertThat(send(signed, "uscc,revenux\n".getBytes(UTF_8))).isEqualTo(400);
    assertThat(send(signed, "uscc,revenue\n\n".getBytes(UTF_8))).isEqualTo(403);
    assertThat(versions(server, "h/signed.csv").versions()).isEmpty();
    assertThat(send(signed, body)).isEqualTo(200);
    assertThat(get(server, "h/signed.csv", null)).isEqualTo("uscc,revenue\n");
  }

  /** As curl puts a file with {@code --data-binary} alone. */
  @Test
  void whatIsPutWithTheTypeOfAFormIsTakenAsItIs() throws Exception {
    byte[] body = "a=1&b=2".getBytes(UTF_8);
    PresignedPutObjectRequest signed = presign("h/form.csv", body);
    var request =
        HttpRequest.newBuilder(signed.url().toURI())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "x-amz-checksum-sha256",
                signed.httpRequest().firstMatchingHeader("x-amz-checksum-sha256").orElseThrow())
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();

    assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
    assertThat(get(server, "h/form.csv", null)).isEqualTo("a=1&b=2");
  }

  @Test
  void aPresignedPutIsGoodForItsKeyOnly() throws Exception {
    byte[] body = "x".getBytes(UTF_8);
    PresignedPutObjectRequest signed = presign("i/mine.csv", body);
    URI other = URI.create(signed.url().toString().replace("mine.csv", "other.csv"));

    assertThat(send(other, signed, body)).isEqualTo(403);
  }

  @Test
  void strangersAreTurnedAway() throws Exception {
    var anonymous =
        http.send(
            HttpRequest.newBuilder(server.endpoint().resolve("/" + BUCKET)).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(anonymous.statusCode()).isEqualTo(403);
    assertThat(anonymous.body()).contains("<Code>AccessDenied</Code>");
    try (S3Client wrong = client("local", "wrong")) {
      assertThatExceptionOfType(S3Exception.class)
          .isThrownBy(() -> wrong.listObjectsV2(r -> r.bucket(BUCKET)))
          .satisfies(
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch"));
    }
  }

  @Test
  void pagesFromThisMachineAndTheConfiguredOriginMayUpload() throws Exception {
    var preflight = preflight("http://127.0.0.1:8080");
    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("http://127.0.0.1:8080");
    assertThat(preflight(ELSEWHERE).headers().firstValue("Access-Control-Allow-Origin"))
        .contains(ELSEWHERE);
    assertThat(preflight("https://example.com").headers().firstValue("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void everyChangeIsTold() {
    String version = put(server, "j/told.csv", "one");
    server
        .client()
        .copyObject(
            r ->
                r.sourceBucket(BUCKET)
                    .sourceKey("j/told.csv")
                    .destinationBucket(BUCKET)
                    .destinationKey("j/copy.csv"));
    server.client().deleteObject(r -> r.bucket(BUCKET).key("j/told.csv"));
    server.client().deleteObject(r -> r.bucket(BUCKET).key("j/told.csv").versionId(version));

    assertThat(changes)
        .filteredOn(change -> change.key().startsWith("j/"))
        .extracting(BucketChange::event, BucketChange::key, BucketChange::size)
        .containsExactly(
            tuple("ObjectCreated:Put", "j/told.csv", 3L),
            tuple("ObjectCreated:Copy", "j/copy.csv", 3L),
            tuple("ObjectRemoved:DeleteMarkerCreated", "j/told.csv", 0L),
            tuple("ObjectRemoved:Delete", "j/told.csv", 3L));
  }

  @Test
  void aRestartOnTheSameFolderChangesNothing(@TempDir Path folder) {
    String first;
    ListObjectVersionsResponse before;
    try (LocalS3 one = start(folder)) {
      first = put(one, "k/kept.csv", "one");
      put(one, "k/kept.csv", "two");
      one.client().deleteObject(r -> r.bucket(BUCKET).key("k/kept.csv"));
      before = versions(one, "k/kept.csv");
    }
    try (LocalS3 two = start(folder)) {
      assertThat(two.ensureBucket(BUCKET)).isFalse();
      var after = versions(two, "k/kept.csv");
      assertThat(after.versions()).isEqualTo(before.versions());
      assertThat(after.deleteMarkers()).isEqualTo(before.deleteMarkers());
      assertThat(get(two, "k/kept.csv", first)).isEqualTo("one");
      put(two, "k/kept.csv", "three");
      assertThat(versions(two, "k/kept.csv").versions().getFirst().lastModified())
          .isAfter(before.deleteMarkers().getFirst().lastModified());
    }
  }

  private static String put(LocalS3 server, String key, String text) {
    return server
        .client()
        .putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString(text))
        .versionId();
  }

  private static String get(LocalS3 server, String key, @Nullable String version) {
    return server
        .client()
        .getObjectAsBytes(r -> r.bucket(BUCKET).key(key).versionId(version))
        .asUtf8String();
  }

  private static ListObjectVersionsResponse versions(LocalS3 server, String prefix) {
    return server.client().listObjectVersions(r -> r.bucket(BUCKET).prefix(prefix));
  }

  private S3Client client(String id, String secret) {
    return S3Client.builder()
        .endpointOverride(server.endpoint())
        .region(LocalS3.REGION)
        .credentialsProvider(
            () -> software.amazon.awssdk.auth.credentials.AwsBasicCredentials.create(id, secret))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .forcePathStyle(true)
        .build();
  }

  private PresignedPutObjectRequest presign(String key, byte[] body) throws Exception {
    String digest =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
    return server
        .presigner()
        .presignPutObject(
            p ->
                p.signatureDuration(Duration.ofMinutes(5))
                    .putObjectRequest(
                        r ->
                            r.bucket(BUCKET)
                                .key(key)
                                .contentLength((long) body.length)
                                .checksumSHA256(digest)));
  }

  private int send(PresignedPutObjectRequest signed, byte[] body) throws Exception {
    return send(signed.url().toURI(), signed, body);
  }

  private int send(URI uri, PresignedPutObjectRequest signed, byte[] body) throws Exception {
    var request = HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
    signed
        .signedHeaders()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("host") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private HttpResponse<String> preflight(String origin) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.endpoint().resolve("/" + BUCKET + "/x.csv"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "PUT")
            .header("Access-Control-Request-Headers", "x-amz-checksum-sha256")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
