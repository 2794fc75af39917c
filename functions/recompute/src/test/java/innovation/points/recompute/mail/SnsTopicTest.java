package innovation.points.recompute.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import innovation.points.store.mail.Mail;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.SnsException;

/** What goes to the topic, by the SDK that the function has. */
class SnsTopicTest {

  private static final String TAKEN =
      """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
      <MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult>\
      <ResponseMetadata><RequestId>d74b8436-ae13-5ab4-a9ff-ce54dfea72a0</RequestId>\
      </ResponseMetadata></PublishResponse>\
      """;
  private static final String REFUSED =
      """
      <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>\
      <Code>NotFound</Code><Message>Topic does not exist</Message></Error></ErrorResponse>\
      """;

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final SnsClient client =
      SnsClient.builder()
          .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
          .region(Region.CN_NORTH_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
          .httpClient(UrlConnectionHttpClient.create())
          .build();
  private final SnsTopic topic = SnsTopic.of("arn:aws-cn:sns:cn-north-1:1:mails", client);

  SnsTopicTest() throws IOException {}

  private void answering(int status, String answer) {
    server.createContext(
        "/",
        exchange -> {
          requests.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          byte[] bytes = answer.getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/xml");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void aMailIsAMessageWithASubject() {
    answering(200, TAKEN);
    topic.send(new Mail("run/2025/one", "bureau", "2025 年度计算完成：待批准", "【提示】有 1 个文件\n待确认"));
    assertThat(requests).hasSize(1);
    assertThat(URLDecoder.decode(requests.getFirst(), UTF_8).split("&"))
        .contains(
            "Action=Publish",
            "TopicArn=arn:aws-cn:sns:cn-north-1:1:mails",
            "Subject=2025 年度计算完成：待批准",
            "Message=【提示】有 1 个文件\n待确认");
  }

  @Test
  void whatTheTopicRefusesIsAFault() {
    answering(404, REFUSED);
    assertThatThrownBy(() -> topic.send(new Mail("run/2025/one", "bureau", "计算完成", "待批准")))
        .isInstanceOf(SnsException.class);
  }
}
