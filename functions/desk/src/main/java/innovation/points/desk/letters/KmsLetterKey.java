package innovation.points.desk.letters;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** A key in KMS of the kind {@code ECC_NIST_P256}. Thread-safe. */
public final class KmsLetterKey implements LetterKey {

  private static final int P1363_BYTES = 64;

  private final KmsClient kms;
  private final String key;
  private volatile @Nullable ECPublicKey known;

  /**
   * A key.
   *
   * @param key its ARN
   */
  public KmsLetterKey(KmsClient kms, String key) {
    this.kms = kms;
    this.key = key;
  }

  /** Read at the first signature: it never changes. */
  @Override
  public ECPublicKey publicKey() {
    ECPublicKey read = known;
    if (read == null) {
      read = read();
      known = read;
    }
    return read;
  }

  private ECPublicKey read() {
    byte[] encoded = kms.getPublicKey(get -> get.keyId(key)).publicKey().asByteArray();
    try {
      return (ECPublicKey)
          KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected a key on P-256 at " + key, e);
    }
  }

  @Override
  public byte[] sign(byte[] text) {
    byte[] der =
        kms.sign(
                sign ->
                    sign.keyId(key)
                        .messageType(MessageType.RAW)
                        .message(SdkBytes.fromByteArray(text))
                        .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
            .signature()
            .asByteArray();
    try {
      return ECDSA.transcodeSignatureToConcat(der, P1363_BYTES);
    } catch (JOSEException e) {
      throw new IllegalStateException("expected a DER signature of KMS", e);
    }
  }
}
