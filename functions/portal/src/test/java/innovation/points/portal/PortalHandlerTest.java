package innovation.points.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalHandlerTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href)=\"([^\"#]+)\"|from '([^']+)'");
  private static final Set<String> PAGES = Set.of("/");

  private final PortalHandler handler = new PortalHandler();

  private APIGatewayV2HTTPResponse send(String event) {
    return handler.handleRequest(load(event), new Silent());
  }

  private APIGatewayV2HTTPResponse get(String path, Map<String, String> headers) {
    APIGatewayV2HTTPEvent event = load("portal-home");
    event.setRawPath(path);
    event.setHeaders(headers);
    return handler.handleRequest(event, new Silent());
  }

  private static APIGatewayV2HTTPEvent load(String event) {
    return EventLoader.loadEvent(event + ".json", APIGatewayV2HTTPEvent.class);
  }

  @Test
  void homeIsAPageThatLoadsNothingFromElsewhere() {
    APIGatewayV2HTTPResponse answer = send("portal-home");
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders())
        .containsEntry("Content-Type", "text/html; charset=utf-8")
        .containsEntry(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " connect-src 'self'; base-uri 'none'; form-action 'self';"
                + " frame-ancestors 'none'")
        .containsEntry("Cache-Control", "public, max-age=0, must-revalidate")
        .containsKey("ETag");
    assertThat(answer.getBody()).contains("<html lang=\"zh-CN\">", "企业创新积分排名");
  }

  @Test
  void enterpriseHasAPageOfItsOwn() {
    APIGatewayV2HTTPResponse answer = send("portal-enterprise");
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).contains("/assets/enterprise.js");
  }

  @Test
  void unknownCallIsAProblem() {
    APIGatewayV2HTTPResponse answer = send("portal-unknown-call");
    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    assertThat(answer.getBody()).contains("\"detail\":\"没有这个地址或请求方法：/v1/nothing\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void unknownCallIs404WhateverTheMethod(String method) {
    APIGatewayV2HTTPEvent event = load("portal-unknown-call");
    event.getRequestContext().getHttp().setMethod(method);
    assertThat(handler.handleRequest(event, new Silent()).getStatusCode()).isEqualTo(404);
  }

  @Test
  void missingPageIsAPageForPeopleAndAProblemForPrograms() {
    APIGatewayV2HTTPResponse page = send("portal-missing-page");
    assertThat(page.getStatusCode()).isEqualTo(404);
    assertThat(page.getHeaders()).containsEntry("Content-Type", "text/html; charset=utf-8");
    assertThat(page.getBody()).contains("没有这个页面");
    APIGatewayV2HTTPResponse problem = get("/nowhere", Map.of("accept", "application/json"));
    assertThat(problem.getHeaders()).containsEntry("Content-Type", "application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.html",
        "/assets/",
        "/assets/../index.html",
        "/assets/%2e%2e/index.html",
        "/enterprises/x",
        "/portal/index.html",
        "/META-INF/MANIFEST.MF"
      })
  void nothingElseOfTheJarIsServed(String path) {
    assertThat(get(path, Map.of()).getStatusCode()).isEqualTo(404);
  }

  @Test
  void unchangedFileIsNotSentAgain() {
    String etag = send("portal-home").getHeaders().get("ETag");
    assertThat(get("/", Map.of("if-none-match", etag)).getStatusCode()).isEqualTo(304);
  }

  @Test
  void scriptIsCompressed() {
    APIGatewayV2HTTPResponse answer = send("portal-script");
    assertThat(answer.getHeaders())
        .containsEntry("Content-Type", "text/javascript; charset=utf-8")
        .containsEntry("Content-Encoding", "gzip");
  }

  @Test
  void everythingAPageNeedsIsHereAndNothingIsInline() {
    var open = new ArrayDeque<>(List.of("/", "/enterprises/91350100M000100Y43", "/nowhere"));
    var seen = new HashSet<String>();
    int bytes = 0;
    while (!open.isEmpty()) {
      String path = open.remove();
      if (!seen.add(path)) {
        continue;
      }
      APIGatewayV2HTTPResponse answer = get(path, Map.of("accept", "text/html"));
      assertThat(answer.getStatusCode()).as(path).isEqualTo(path.equals("/nowhere") ? 404 : 200);
      String text = answer.getBody();
      bytes += text.length();
      assertThat(text)
          .as(path)
          .doesNotContain("innerHTML", "eval(", " style=", "<style", "javascript:", " onclick=\"");
      assertThat(text).as(path).doesNotContainPattern("<script(?![^>]* src=)");
      assertThat(text.replace("http://www.w3.org/2000/svg", ""))
          .as(path)
          .doesNotContain("//cdn", "http://", "https://");
      var references = REFERENCE.matcher(text);
      while (references.find()) {
        String reference = references.group(1) == null ? references.group(2) : references.group(1);
        String target =
            reference.startsWith("./") ? "/assets/" + reference.substring(2) : reference;
        if (!PAGES.contains(target)) {
          open.add(target);
        }
      }
    }
    assertThat(seen).contains("/assets/site.css", "/assets/view.js", "/assets/icon.svg");
    assertThat(bytes).isLessThan(300_000);
  }

  private static final class Silent implements Context {
    @Override
    public String getAwsRequestId() {
      return "invocation-1";
    }

    @Override
    public LambdaLogger getLogger() {
      return new LambdaLogger() {
        @Override
        public void log(String message) {}

        @Override
        public void log(byte[] message) {}
      };
    }

    @Override
    public String getLogGroupName() {
      return "";
    }

    @Override
    public String getLogStreamName() {
      return "";
    }

    @Override
    public String getFunctionName() {
      return "portal";
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "";
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 9_000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 512;
    }
  }
}
