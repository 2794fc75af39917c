package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.local.FaultHooks;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A disk that is full: writes are refused in a sentence, reads go on, and room ends it. */
class FullDiskTest {

  private static final long MIB = 1 << 20;
  private static final String ORDER = "/v1/rebuilds";

  @TempDir private Path folder;

  @Test
  void isSaidAndEndsWithRoom() {
    var left = new AtomicLong(65 * MIB);
    var hooks =
        new FaultHooks() {
          @Override
          public long usableSpace(Path data) {
            return left.get();
          }
        };
    try (var stack =
        LocalStack.start(LocalSettings.empty().withData(folder), InstantSource.system(), hooks)) {
      var api = new ApiClient(stack);

      assertThat(put(stack, 100)).isEqualTo(200);
      assertThatThrownBy(() -> put(stack, (int) (3 * MIB / 2)))
          .isInstanceOfSatisfying(
              S3Exception.class,
              e -> {
                assertThat(e.statusCode()).isEqualTo(507);
                assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(sentence(66, 65));
              });

      left.set(3 * MIB);
      HttpResponse<String> refused = api.post(ORDER, api.bureau(), "{\"dryRun\":true}");
      assertThat(refused.statusCode()).isEqualTo(507);
      assertThat(ApiClient.read(refused.body()).path("detail").asText()).isEqualTo(sentence(65, 3));
      assertThat(api.get(ORDER, api.bureau()).statusCode()).isEqualTo(200);

      left.set(1_000 * MIB);
      assertThat(api.post(ORDER, api.bureau(), "{\"dryRun\":true}").statusCode()).isEqualTo(202);
    }
  }

  private String sentence(int expected, int found) {
    return ("数据目录 %s 所在磁盘应有 %d MB 可用空间（本次写入的内容和 64 MB 余量），实有 %d MB，未写入："
            + "请清理磁盘后重试，或用 LOCAL_DATA 另选目录重新启动")
        .formatted(folder, expected, found);
  }

  private static int put(LocalStack stack, int bytes) {
    return stack
        .s3()
        .client()
        .putObject(
            put -> put.bucket(LocalStack.BUCKET).key("notes/file"),
            RequestBody.fromBytes(new byte[bytes]))
        .sdkHttpResponse()
        .statusCode();
  }
}
