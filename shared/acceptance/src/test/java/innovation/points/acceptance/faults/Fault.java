package innovation.points.acceptance.faults;

/** The kinds of faults; all but the last concern single attempts of the SDK's HTTP client. */
enum Fault {
  /** The request is lost; the caller times out. */
  LOST_REQUEST,
  /** The request took effect, but its answer is lost; the caller times out. */
  LOST_ANSWER,
  /** The request takes effect after the caller has given up, concurrently with its next action. */
  LATE_EFFECT,
  /** The answer is late. */
  LATE_ANSWER,
  /** Throttled: ProvisionedThroughputExceeded, SlowDown. */
  THROTTLED,
  /** 500, without effect. */
  SERVER_ERROR,
  /** 500, though it took effect. */
  SERVER_ERROR_AFTER_EFFECT,
  /** The connection breaks within the answer. */
  CUT_ANSWER,
  /** A batch with unprocessed items. */
  PARTIAL_BATCH,
  /** The process dies: the invocation stops at once. */
  DEATH,
  /** An event is delivered twice. */
  EVENT_TWICE,
  /** An event is delayed while later ones are delivered. */
  EVENT_HELD,
  /** An invocation succeeds, but its answer is lost. */
  EVENT_ANSWER_LOST
}
