package innovation.points.acceptance.cloud.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import innovation.points.acceptance.cloud.emulated.Moto;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code .ci/restore} with the real AWS CLI against moto, an emulator that is not ours. Prints how
 * long it took. Skipped with a message where one of them is missing.
 */
@Tag("full")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RestoreScriptTest {

  private static final String KEYS =
      "AttributeName=pk,AttributeType=S AttributeName=sk,AttributeType=S";

  @TempDir private Path folder;
  private @Nullable Moto moto;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    if (run("command -v aws jq").exit() != 0) {
      abort("the AWS CLI or jq is not installed here: .ci/restore was not tried");
    }
    moto = Moto.start(folder.resolve("moto.log"), ".ci/restore was not tried");
  }

  @AfterEach
  void stop() {
    if (moto != null) {
      moto.close();
    }
  }

  @Test
  void whatATableHasLostSinceThenComesBackAndNothingElseChanges() throws Exception {
    script(
        """
        aws dynamodb create-table --table-name scores --billing-mode PAY_PER_REQUEST \
          --attribute-definitions %s \
          --key-schema AttributeName=pk,KeyType=HASH AttributeName=sk,KeyType=RANGE >/dev/null
        aws dynamodb update-continuous-backups --table-name scores \
          --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true >/dev/null
        for i in $(seq 30); do
          jq -nc --arg pk "gen#2025-1#$((i %% 8))" --arg sk "$i\\\\\\"x" \
            '{PutRequest:{Item:{pk:{S:$pk}, sk:{S:$sk}, text:{S:"新乡\\n\\t\\\\ \\"1\\""}, n:{N:"1.50"}}}}'
        done | split -l 15 - part-
        for part in part-*; do
          jq -s '{scores: .}' $part >request
          aws dynamodb batch-write-item --request-items file://request >/dev/null
        done
        aws dynamodb scan --table-name scores --output json | jq -S '.Items | sort' >before
        """
            .formatted(KEYS));
    // moto restores the table as it is now: the loss happens right after.
    Path aws = folder.resolve("bin/aws");
    Files.createDirectories(aws.getParent());
    Files.writeString(
        aws,
        """
        #!/usr/bin/env bash
        PATH=${PATH#*:}
        aws "$@" || exit
        if [ "$2" = restore-table-to-point-in-time ]; then
          aws dynamodb scan --table-name scores --output json |
            jq -c '.Items[] | select(.pk.S != "gen#2025-1#3") | {pk, sk}' | while read -r key; do
            echo "$key" >key
            aws dynamodb delete-item --table-name scores --key file://key
          done
          aws dynamodb put-item --table-name scores --item '{"pk":{"S":"run#2026"},"sk":{"S":"new"}}'
        fi
        """);
    Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwxr-xr-x"));

    String said =
        script(
            "PATH='%s':$PATH '%s' scores 2026-11-29T00:00:00Z gen#2025-"
                .formatted(aws.getParent(), Repository.root().resolve(".ci/restore")));

    System.out.print(said);
    assertThat(said).contains("of 30 items are lost", "they are back");
    script(
        """
        aws dynamodb scan --table-name scores --output json |
          jq -S '[.Items[] | select(.pk.S != "run#2026")] | sort' >after
        """);
    assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
  }

  private record Said(int exit, String text) {}

  private String script(String text) throws IOException, InterruptedException {
    Said said = run("set -euo pipefail\n" + text);
    assertThat(said.exit()).as(said.text()).isZero();
    return said.text();
  }

  private Said run(String text) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(List.of("bash", "-c", text))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ENDPOINT_URL", moto == null ? "" : moto.address().toString(),
                "AWS_ACCESS_KEY_ID", "emulated",
                "AWS_SECRET_ACCESS_KEY", "emulated",
                "AWS_DEFAULT_REGION", "eu-west-1"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), said);
  }
}
