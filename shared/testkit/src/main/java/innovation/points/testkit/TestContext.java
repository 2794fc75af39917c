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
 * The context of one invocation. Its remaining time is fixed, and it keeps the log. Thread-safe
 * where it keeps its own log.
 */
public final class TestContext implements Context {

  private final String function;
  private final int remainingMillis;
  private final List<String> log;

  /** Creates a context with its own log. */
  public TestContext(String function, int remainingMillis) {
    this(function, remainingMillis, new ArrayList<>());
  }

  /**
   * @param function name of the function
   * @param remainingMillis the remaining time, which does not decrease
   * @param log receives the log lines; several invocations may share it
   */
  public TestContext(String function, int remainingMillis, List<String> log) {
    this.function = function;
    this.remainingMillis = remainingMillis;
    this.log = log;
  }

  /** The log lines, in order. */
  public synchronized List<String> lines() {
    return List.copyOf(log);
  }

  /** The whole log as one text. */
  public String text() {
    return String.join("", lines());
  }

  private synchronized void write(String message) {
    log.add(message);
  }

  /** Like the runtime, the logger writes a message's level before it. */
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
