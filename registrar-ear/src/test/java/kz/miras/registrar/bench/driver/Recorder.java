package kz.miras.registrar.bench.driver;

import java.util.ArrayList;
import java.util.List;

/** What the current thread sends between {@link #begin} and {@link #end}. */
public final class Recorder {

  private static final ThreadLocal<List<Sent>> OPEN = new ThreadLocal<>();

  private static volatile boolean used;

  private Recorder() {}

  public static void begin() {
    used = true;
    OPEN.set(new ArrayList<>());
  }

  /** Everything since {@link #begin}, in order. */
  public static List<Sent> end() {
    List<Sent> sent = OPEN.get();
    OPEN.remove();
    return sent;
  }

  /** No thread records any more: from now on the driver only passes calls on. */
  public static void rest() {
    used = false;
  }

  static boolean active() {
    return used && OPEN.get() != null;
  }

  static void add(Sent sent) {
    OPEN.get().add(sent);
  }
}
