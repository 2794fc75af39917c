package innovation.points.testkit;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda tells a handler of one invocation: it hears nothing of the time that passes, and
 * keeps what is logged. May be used by many threads where it keeps its own log.
 */
public final class TestContext implements Context {

  private final String function;
  private final int remainingMillis;
  private final List<String> log;

  /** An invocation with a log of its own. */
  public TestContext(String function, int remainingMillis) {
    this(function, remainingMillis, new ArrayList<>());
  }

  /**
   * @param function its name
   * @param remainingMillis the time it has, however often it is asked
   * @param log takes what is logged; may be that of several invocations
   */
  public TestContext(String function, int remainingMillis, List<String> log) {
    this.function = function;
    this.remainingMillis = remainingMillis;
    this.log = log;
  }

  /** What was logged, in its order. */
  public synchronized List<String> lines() {
    return List.copyOf(log);
  }

  /** All that was logged, as one text. */
  public String text() {
    return String.join("", lines());
  }

  private synchronized void write(String message) {
    log.add(message);
  }

  /** As the runtime does, a level that comes with a message is put before it. */
  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        write(message);
      }

      @Override
      public void log(byte[] message) {
        write(new String(message, StandardCharsets.UTF_8));
      }

      @Override
      public void log(String message, LogLevel level) {
        write("[" + level + "] " + message);
      }
    };
  }

  @Override
  public String getAwsRequestId() {
    return "invocation-1";
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + function;
  }

  @Override
  public String getLogStreamName() {
    return "stream";
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:cn-north-1:000000000000:function:" + function + ":live";
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
    return remainingMillis;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1769;
  }
}
