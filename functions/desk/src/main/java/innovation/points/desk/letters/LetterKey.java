package innovation.points.desk.letters;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;

/**
 * Signs letters as JWS with ES256 (RFC 7515, 7518). The private key never leaves where it is; the
 * public one is named by its thumbprint (RFC 7638), so that another key has another {@code kid}.
 */
public interface LetterKey {

  /** The public key on the curve P-256. */
  ECPublicKey publicKey();

  /**
   * A signature with ECDSA and SHA-256.
   *
   * @return {@code r} and {@code s}, 32 bytes each
   */
  byte[] sign(byte[] text);

  /** The public key as it is published. */
  default ECKey published() {
    try {
      return new ECKey.Builder(Curve.P_256, publicKey())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint()
          .build();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * A signed document in the compact form.
   *
   * @param json what is signed
   */
  default String signed(String json) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(published().getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    var unsigned = new JWSObject(header, new Payload(json));
    byte[] signature = sign(unsigned.getSigningInput());
    try {
      String text = new String(unsigned.getSigningInput(), StandardCharsets.US_ASCII);
      return JWSObject.parse(text + "." + Base64URL.encode(signature)).serialize();
    } catch (ParseException e) {
      throw new IllegalStateException("what was just made is a JWS", e);
    }
  }
}
