package kz.miras.registrar.ministry;

/** How the stand-in of the platform answers a save. */
public enum PlatformMood {
  WELL,
  /** 500, and nothing is kept. */
  FAILING,
  /** 500, although everything was kept. */
  FAILING_AFTER,
  /** Everything is kept, and the answer is no JSON. */
  GARBAGE,
  /** Everything is kept, and the answer comes later than anybody waits. */
  SLOW
}
