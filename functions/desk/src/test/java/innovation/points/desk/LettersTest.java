package innovation.points.desk;

import static innovation.points.desk.DeskBench.enterprise;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import innovation.points.datasets.catalogue.Sha256;
import innovation.points.scoring.facts.Value;
import innovation.points.store.questions.Letter;
import innovation.points.store.questions.LetterKeys;
import innovation.points.store.questions.Letters;
import innovation.points.testkit.FactsZone;
import innovation.points.web.http.Json;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The reference letter of an enterprise. */
class LettersTest {

  private final DeskBench bench = new DeskBench();

  @Test
  void aLetterSaysWhatIsPublishedAndIsKeptUnderItsCode() {
    bench.zone.known(2025, 2);
    String run = bench.publish(2025);

    var issued = issue(1, enterprise(1));

    assertThat(issued.status()).isEqualTo(201);
    String code = issued.body().path("code").asText();
    assertThat(code).matches("[2-9A-HJ-NP-Z]{20}");
    assertThat(issued.headers()).containsEntry("Location", "/v1/letters/" + code);
    Letter kept =
        new Letters(bench.tables.client(), bench.tables.scores()).find(code).orElseThrow();
    assertThat(kept.generation()).isEqualTo(run);
    assertThat(kept.digest())
        .isEqualTo(Sha256.hex(kept.text()))
        .isEqualTo(issued.body().path("digest").asText());
    assertThat(kept.text())
        .isEqualTo(
            """
            企业创新积分参考函

            企业名称：新乡市测1有限公司
            统一社会信用代码：914107000000000001

            按照《新乡高新区企业创新积分制工作实施方案(试行)》（新开〔2022〕110号），该企业 2025 年度企业创新积分评价结果如下：

            企业阶段：成长期
            总分：%.2f
            同阶段排名：第 2 名（共 2 家）
            总排名：第 2 名（共 2 家）

            排名为出具时已公布的名次。总分和企业阶段与已公布的结果一致期间，本函有效，至 2027-04-01 止。
            以上为已公布的评价结果，供金融机构等参考，不构成担保或授信意见。
            出具日期：2026-04-01
            """
                .formatted(kept.total()));
  }

  /** By the JDK alone: nothing of what signs. */
  @Test
  void whatALetterSaysIsSignedWithTheKeyThatIsPublished() throws Exception {
    bench.zone.known(2025, 2);
    String run = bench.publish(2025);

    JsonNode letter = issue(1, enterprise(1)).body();

    String[] parts = letter.path("jws").asText().split("\\.", -1);
    JsonNode key = published().getFirst();
    assertThat(decoded(parts[0]))
        .isEqualTo(
            "{\"kid\":\"%s\",\"typ\":\"JWT\",\"alg\":\"ES256\"}"
                .formatted(key.path("kid").asText()));
    assertThat(decoded(parts[1]))
        .isEqualTo(
            """
            {"iss":"https://points.example.gov.cn","sub":"%s","jti":"%s","iat":1775001601,\
            "exp":1806595200,"name":"新乡市测1有限公司","year":2025,"generation":"%s",\
            "stage":"growth","total":%s,\
            "rank":{"overall":2,"overallOf":2,"stage":2,"stageOf":2},"digest":"%s"}\
            """
                .formatted(
                    FactsZone.uscc(1),
                    letter.path("code").asText(),
                    run,
                    letter.path("total").asText(),
                    letter.path("digest").asText()));
    assertThat(isSigned(parts, key)).isTrue();
    parts[1] = encoded(decoded(parts[1]).replace("growth", "mature"));
    assertThat(isSigned(parts, key)).isFalse();
  }

  @Test
  void anotherKeySignsAndTheOneBeforeStaysAsLongAsItsLettersLive() throws Exception {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    String[] first = issue(1, enterprise(1)).body().path("jws").asText().split("\\.", -1);
    bench.changeLetterKey();
    bench.pass(Duration.ofDays(30));
    String[] second = issue(2, enterprise(2)).body().path("jws").asText().split("\\.", -1);

    assertThat(published()).hasSize(2);
    for (String[] parts : List.of(first, second)) {
      String kid = Json.mapper().readTree(decoded(parts[0])).path("kid").asText();
      JsonNode key =
          published().stream()
              .filter(one -> one.path("kid").asText().equals(kid))
              .findFirst()
              .get();
      assertThat(isSigned(parts, key)).isTrue();
    }
    bench.pass(Duration.ofDays(340));
    assertThat(published()).hasSize(1);
  }

  @Test
  void aLetterOnPaperShowsTheAddressAtWhichItIsCheckedAsAQrCode() throws Exception {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    JsonNode letter = issue(1, enterprise(1)).body();
    String code = letter.path("code").asText();

    byte[] file = pdf(code);

    try (PDDocument document = Loader.loadPDF(file)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document))
          .contains("企业创新积分参考函", "新乡市测1有限公司", letter.path("digest").asText());
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
      var picture = new BinaryBitmap(new HybridBinarizer(luminance(page)));
      assertThat(new QRCodeReader().decode(picture).getText())
          .isEqualTo("https://points.example.gov.cn/letters?code=" + code);
    }
    assertThat(pdf(code)).isEqualTo(file);
  }

  private byte[] pdf(String code) {
    var answer = bench.callWithoutToken("GET", "/v1/letters/%s/letter.pdf".formatted(code), null);
    assertThat(answer.headers())
        .containsEntry("Content-Type", "application/pdf")
        .hasEntrySatisfying("Content-Disposition", name -> assertThat(name).contains("letter.pdf"));
    return answer.bytes();
  }

  private static RGBLuminanceSource luminance(BufferedImage page) {
    int width = page.getWidth();
    int height = page.getHeight();
    return new RGBLuminanceSource(width, height, page.getRGB(0, 0, width, height, null, 0, width));
  }

  private List<JsonNode> published() throws IOException {
    var keys = new ArrayList<JsonNode>();
    for (String key :
        new LetterKeys(bench.tables.client(), bench.tables.scores())
            .published(LocalDate.ofInstant(bench.time.get(), ZoneOffset.ofHours(8)))) {
      keys.add(Json.mapper().readTree(key));
    }
    return keys;
  }

  private static boolean isSigned(String[] parts, JsonNode key) throws Exception {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    var point =
        new ECPoint(
            new BigInteger(1, bytes(key.path("x").asText())),
            new BigInteger(1, bytes(key.path("y").asText())));
    var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class))));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(bytes(parts[2]));
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static String decoded(String part) {
    return new String(bytes(part), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anEnterpriseHasOneLetterForAPublication() {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    String first = issue(1, enterprise(1)).body().path("code").asText();
    bench.pass(Duration.ofDays(3));

    assertThat(issue(1, DeskBench.BUREAU).body().path("code").asText()).isEqualTo(first);
    assertThat(issue(2, enterprise(2)).body().path("code").asText()).isNotEqualTo(first);
    bench.publish(2025);
    assertThat(issue(1, enterprise(1)).body().path("code").asText()).isNotEqualTo(first);
  }

  @Test
  void theBureauListsLettersAndRevokesOneWithAReason() {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    String first = issue(1, enterprise(1)).body().path("code").asText();
    bench.pass(Duration.ofSeconds(1));
    String second = issue(2, enterprise(2)).body().path("code").asText();
    assertThat(standings()).containsExactly(second + " valid", first + " valid");

    var silent = revoke(first, "{\"reason\":\" \"}");
    assertThat(silent.status()).isEqualTo(400);
    var revoked = revoke(first, "{\"reason\":\"企业更名\"}");
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.body().at("/revocation/reason").asText()).isEqualTo("企业更名");
    assertThat(revoke(first, "{\"reason\":\"又一次\"}").body().at("/revocation/reason").asText())
        .isEqualTo("企业更名");
    assertThat(standings()).containsExactly(second + " valid", first + " revoked");
    assertThat(revoke("none", "{\"reason\":\"企业更名\"}").status()).isEqualTo(404);

    bench.pass(Duration.ofSeconds(1));
    String third = issue(1, enterprise(1)).body().path("code").asText();
    assertThat(third).isNotEqualTo(first);
    assertThat(standings())
        .containsExactly(third + " valid", second + " valid", first + " revoked");
  }

  @Test
  void aLetterHoldsWhateverIsPublishedAsLongAsItIsTrueAndNotOver() {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    String code = issue(1, enterprise(1)).body().path("code").asText();
    bench.publish(2025);
    assertThat(standings()).containsExactly(code + " valid");
    bench.pass(Duration.ofDays(365));
    assertThat(standings()).containsExactly(code + " valid");
    bench.pass(Duration.ofDays(1));
    assertThat(standings()).containsExactly(code + " expired");
    bench.time.updateAndGet(now -> now.minus(Duration.ofDays(300)));
    bench.zone.correct("operations", 2025, 1, "v2", Map.of("rdExpense", Value.of(900)));
    bench.publish(2025);
    assertThat(standings()).containsExactly(code + " changed");
  }

  private List<String> standings() {
    return bench
        .call("GET", "/v1/years/2025/letters", null, DeskBench.BUREAU)
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("code").asText() + " " + item.path("standing").asText())
        .toList();
  }

  private DeskBench.Answer revoke(String code, String body) {
    return bench.call("POST", "/v1/letters/%s/revocation".formatted(code), body, DeskBench.BUREAU);
  }

  @Test
  void whoIsNotPublicGetsNone() {
    bench.zone.known(2025, 2);
    bench.zone.abnormal(2025, 2);
    assertThat(issue(1, enterprise(1)).body().path("detail").asText())
        .isEqualTo("2025 年度没有已公布的积分结果");
    bench.publish(2025);

    for (int number : new int[] {2, 3}) {
      var refused = issue(number, enterprise(number));
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.body().path("detail").asText()).isEqualTo("本企业在 2025 年度没有公开的积分结果，不能出具参考函");
    }
    assertThat(issue(1, enterprise(2)).status()).isEqualTo(403);
  }

  private DeskBench.Answer issue(int number, Map<String, String> claims) {
    return bench.call(
        "POST",
        "/v1/years/2025/enterprises/%s/letters".formatted(FactsZone.uscc(number)),
        null,
        claims);
  }
}
