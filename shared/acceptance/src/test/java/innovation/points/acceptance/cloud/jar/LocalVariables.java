package innovation.points.acceptance.cloud.jar;

import innovation.points.local.LocalDynamoDb;
import innovation.points.local.s3.LocalS3;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What the template's variables are where packaged functions run beside embedded engines. */
final class LocalVariables {
  private LocalVariables() {}

  /** The variables of all functions and the addresses and keys that the SDK reads. */
  static Map<String, String> of(String bucket, URI tables, URI s3) {
    var variables = new HashMap<String, String>();
    variables.put("BUCKET", bucket);
    variables.put("FACTS_TABLE", LocalDynamoDb.FACTS);
    variables.put("SCORES_TABLE", LocalDynamoDb.SCORES);
    variables.put("UPLOADS_TABLE", LocalDynamoDb.UPLOADS);
    variables.put("SIGN_IN_ISSUER", "https://issuer.example.invalid");
    variables.put("SIGN_IN_CLIENT", "portal");
    variables.put("SIGN_IN_ORIGIN", "https://sign-in.example.invalid");
    variables.put("BUCKET_ORIGIN", s3.toString());
    variables.put("ROLE_CLAIM", "cognito:groups");
    variables.put("FOUR_EYES", "required");
    variables.put("NOTICE_DAYS", "5");
    variables.put("AUDIT_RETENTION_DAYS", "1096");
    variables.put("DISCLOSURE", "all");
    variables.put("PUBLIC_ORIGIN", "https://points.example.invalid");
    variables.put("LETTER_KEY", "arn:aws:kms:eu-central-1:123456789012:key/letters");
    variables.put("RELEASE", "local");
    // Nothing waits in this queue and nobody hears this topic: no event here leads to them.
    variables.put("UPLOAD_QUEUE", "https://sqs.example.invalid/uploads");
    variables.put("MAIL_TOPIC", "arn:aws:sns:eu-central-1:123456789012:mails");
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", tables.toString());
    variables.put("AWS_ENDPOINT_URL_S3", s3.toString());
    variables.put("AWS_ACCESS_KEY_ID", LocalS3.ACCESS_KEY_ID);
    variables.put("AWS_SECRET_ACCESS_KEY", LocalS3.SECRET_ACCESS_KEY);
    return variables;
  }
}
