package innovation.points.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import innovation.points.local.ManualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens made to look like good ones, with the issuer's own key where that is possible. */
class TokensTest {

  private static final String ISSUER = "http://127.0.0.1/local";

  private final ManualClock clock = new ManualClock();
  private @TempDir Path folder;
  private Tokens tokens = new Tokens(null, ISSUER, clock);
  private JWTClaimsSet good = new JWTClaimsSet.Builder().build();
  private Path keyFile = Path.of("");

  @BeforeEach
  void issueAGoodOne() throws Exception {
    keyFile = folder.resolve("key.json");
    tokens = new Tokens(keyFile, ISSUER, clock);
    good =
        SignedJWT.parse(tokens.issue(TokenWish.of(List.of("bureau"), null, null)))
            .getJWTClaimsSet();
  }

  @Test
  void aTokenSignedAgainWithTheSameClaimsIsGood() throws Exception {
    assertThat(tokens.check("Bearer " + signed(good))).isInstanceOf(Tokens.Check.Valid.class);
  }

  @Test
  void groupsReachTheFunctionAsTheGatewayWritesThem() throws Exception {
    var claims = new JWTClaimsSet.Builder(good).claim("cognito:groups", List.of("a", "bureau"));
    assertThat(tokens.check(signed(claims.build())))
        .isInstanceOfSatisfying(
            Tokens.Check.Valid.class,
            valid -> assertThat(valid.claims()).containsEntry("cognito:groups", "[a bureau]"));
  }

  @Test
  void anUnsignedTokenIsNone() {
    assertThat(tokens.check(new PlainJWT(good).serialize()))
        .isEqualTo(new Tokens.Check.Invalid("the token is malformed"));
  }

  @Test
  void anUnsignedTokenWithASignatureOfNothingIsNone() {
    assertThat(tokens.check(encoded("{\"alg\":\"none\"}") + "." + encoded(good.toString()) + "."))
        .isInstanceOf(Tokens.Check.Invalid.class);
  }

  /** HS256 with the public key for its secret: a verifier that trusts the header would take it. */
  @Test
  void aTokenSignedWithThePublicKeyIsNone() throws Exception {
    for (byte[] secret : List.of(key().toRSAPublicKey().getEncoded(), pem())) {
      var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), good);
      token.sign(new MACSigner(secret));
      assertThat(tokens.check(token.serialize()))
          .isEqualTo(new Tokens.Check.Invalid("signature is invalid"));
    }
  }

  @Test
  void aTokenForSomebodyElseIsNone() throws Exception {
    var claims = new JWTClaimsSet.Builder(good).audience("another-client");
    assertThat(tokens.check(signed(claims.build())))
        .isEqualTo(new Tokens.Check.Invalid("invalid audience"));
  }

  @Test
  void aTokenOfAnotherIssuerIsNone() throws Exception {
    var claims = new JWTClaimsSet.Builder(good).issuer("https://issuer.example.org");
    assertThat(tokens.check(signed(claims.build())))
        .isEqualTo(new Tokens.Check.Invalid("invalid issuer"));
  }

  @Test
  void aTokenOutOfItsTimeIsNone() throws Exception {
    Date now = Date.from(clock.instant());
    Date later = Date.from(clock.instant().plus(Duration.ofHours(1)));
    assertThat(tokens.check(signed(new JWTClaimsSet.Builder(good).expirationTime(now).build())))
        .isEqualTo(new Tokens.Check.Invalid("the token has expired"));
    assertThat(tokens.check(signed(new JWTClaimsSet.Builder(good).expirationTime(null).build())))
        .isEqualTo(new Tokens.Check.Invalid("the token has expired"));
    assertThat(tokens.check(signed(new JWTClaimsSet.Builder(good).notBeforeTime(later).build())))
        .isEqualTo(new Tokens.Check.Invalid("the token is not yet valid"));
  }

  @Test
  void claimsThatWereChangedAreNoToken() throws Exception {
    String[] parts = signed(good).split("\\.", -1);
    String enterprise = encoded(good.toString().replace("bureau", "enterprise"));
    assertThat(tokens.check(parts[0] + "." + enterprise + "." + parts[2]))
        .isEqualTo(new Tokens.Check.Invalid("signature is invalid"));
  }

  private String signed(JWTClaimsSet claims) throws Exception {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
    token.sign(new RSASSASigner(key()));
    return token.serialize();
  }

  private RSAKey key() throws Exception {
    return RSAKey.parse(Files.readString(keyFile));
  }

  private byte[] pem() throws Exception {
    String base64 = Base64.getMimeEncoder().encodeToString(key().toRSAPublicKey().getEncoded());
    return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
