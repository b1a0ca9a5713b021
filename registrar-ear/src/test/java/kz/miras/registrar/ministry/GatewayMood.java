package kz.miras.registrar.ministry;

/** How the stand-in of the gateway answers a call. */
public enum GatewayMood {
  WELL,
  /** 503, and nothing is taken. */
  FAILING,
  /** No XML of its own, and nothing is taken. */
  GARBAGE,
  /** Everything is taken, and the answer comes later than anybody waits. */
  SLOW
}
