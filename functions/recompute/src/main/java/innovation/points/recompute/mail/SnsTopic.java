package innovation.points.recompute.mail;

import innovation.points.store.mail.Mail;
import innovation.points.store.mail.MailTopic;
import innovation.points.store.table.Patience;
import innovation.points.web.event.Environment;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** A topic of Amazon SNS. Its client is made with the first mail. Thread-safe. */
public final class SnsTopic implements MailTopic {

  private final String arn;
  private @Nullable SnsClient client;

  private SnsTopic(String arn, @Nullable SnsClient client) {
    this.arn = arn;
    this.client = client;
  }

  /** For Lambda: the topic is named in the environment. */
  public static SnsTopic of(Map<String, String> environment) {
    return new SnsTopic(Environment.required(environment, "MAIL_TOPIC"), null);
  }

  static SnsTopic of(String arn, SnsClient client) {
    return new SnsTopic(arn, client);
  }

  @Override
  public void send(Mail mail) {
    var to = MessageAttributeValue.builder().dataType("String").stringValue(mail.to()).build();
    client()
        .publish(
            publish ->
                publish
                    .topicArn(arn)
                    .subject(mail.subject())
                    .message(mail.text())
                    .messageAttributes(Map.of("to", to)));
  }

  private synchronized SnsClient client() {
    SnsClient made = client;
    if (made == null) {
      made =
          SnsClient.builder()
              .httpClient(Patience.INTERACTIVE.http())
              .overrideConfiguration(Patience.INTERACTIVE.limits())
              .build();
      client = made;
    }
    return made;
  }
}
