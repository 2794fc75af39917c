package innovation.points.store.mail;

/** Where mails go; whoever subscribed to it gets them. */
@FunctionalInterface
public interface MailTopic {

  /**
   * Sends a mail.
   *
   * @throws RuntimeException where the topic has not taken it
   */
  void send(Mail mail);
}
