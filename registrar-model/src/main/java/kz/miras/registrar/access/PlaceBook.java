package kz.miras.registrar.access;

/** What the waiting room keeps of its places beyond the end of the server's process. */
public interface PlaceBook {

  /** Places given out when it was last written; 0 in a new book. */
  long issued();

  /** Places whose turn had come when it was last written; at most {@link #issued()}. */
  long served();

  /** Writes both; called at every change, so it must cost next to nothing. */
  void write(long issued, long served);
}
