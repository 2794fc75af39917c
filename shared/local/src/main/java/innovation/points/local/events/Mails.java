package innovation.points.local.events;

import innovation.points.store.mail.Mail;
import innovation.points.store.mail.MailTopic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The topic of the zone: keeps what was sent, for {@code GET /local/mails}. Thread-safe. */
public final class Mails implements MailTopic {

  private final InstantSource clock;
  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  /** A mail that the topic has taken. */
  public record Sent(Instant at, Mail mail) {}

  public Mails(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void send(Mail mail) {
    sent.add(new Sent(clock.instant(), mail));
  }

  /** In the order in which they were sent. */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }
}
