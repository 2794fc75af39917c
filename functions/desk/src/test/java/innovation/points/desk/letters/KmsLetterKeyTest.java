package innovation.points.desk.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.SignResponse;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** What KMS answers (a key in SPKI, signatures in DER) becomes a JWS that others verify. */
class KmsLetterKeyTest {

  private static final String ARN = "arn:aws:kms:eu-central-1:123456789012:key/letters";

  /** Answers as KMS does, with a key of its own. */
  private static final class Kms implements KmsClient {
    private final KeyPair pair;
    private int reads;

    Kms() throws GeneralSecurityException {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
    }

    @Override
    public GetPublicKeyResponse getPublicKey(GetPublicKeyRequest request) {
      assertThat(request.keyId()).isEqualTo(ARN);
      reads++;
      return GetPublicKeyResponse.builder()
          .publicKey(SdkBytes.fromByteArray(pair.getPublic().getEncoded()))
          .build();
    }

    @Override
    public SignResponse sign(SignRequest request) {
      assertThat(request.keyId()).isEqualTo(ARN);
      assertThat(request.messageType()).isEqualTo(MessageType.RAW);
      assertThat(request.signingAlgorithm()).isEqualTo(SigningAlgorithmSpec.ECDSA_SHA_256);
      try {
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(request.message().asByteArray());
        return SignResponse.builder().signature(SdkBytes.fromByteArray(signature.sign())).build();
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public String serviceName() {
      return "kms";
    }

    @Override
    public void close() {}
  }

  @Test
  void signaturesOfKmsAreVerifiedByThePublishedKey() throws Exception {
    var kms = new Kms();
    var key = new KmsLetterKey(kms, ARN);
    var verifier = new ECDSAVerifier(key.published());
    // The numbers of a DER signature have 31 to 33 bytes.
    for (int i = 0; i < 300; i++) {
      JWSObject read = JWSObject.parse(key.signed("{\"number\":" + i + "}"));
      assertThat(read.verify(verifier)).isTrue();
      assertThat(read.getHeader().getKeyID()).isEqualTo(key.published().getKeyID());
      assertThat(read.getPayload().toString()).isEqualTo("{\"number\":" + i + "}");
    }
    assertThat(kms.reads).isEqualTo(1);
  }
}
