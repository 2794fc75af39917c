package innovation.points.acceptance.faults;

/** What goes wrong; all but the events are single attempts of the SDK's HTTP client. */
enum Fault {
  /** Nobody got the request; the caller waits in vain. */
  LOST_REQUEST,
  /** It took effect; the caller waits in vain. */
  LOST_ANSWER,
  /** It takes effect after the caller has given it up, beside what the caller does next. */
  LATE_EFFECT,
  /** The answer comes late. */
  LATE_ANSWER,
  /** Refused for the rate: ProvisionedThroughputExceeded, SlowDown. */
  THROTTLED,
  /** 500, without effect. */
  SERVER_ERROR,
  /** 500, though it took effect. */
  SERVER_ERROR_AFTER_EFFECT,
  /** The connection breaks within the answer. */
  CUT_ANSWER,
  /** A batch of which some is sent back. */
  PARTIAL_BATCH,
  /** The process is gone: nothing of the invocation goes on. */
  DEATH,
  /** An event is delivered once more. */
  EVENT_TWICE,
  /** An event waits while later ones are delivered. */
  EVENT_HELD,
  /** An invocation is done, but nobody is told. */
  EVENT_ANSWER_LOST
}
