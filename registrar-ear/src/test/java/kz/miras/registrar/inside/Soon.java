package kz.miras.registrar.inside;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import kz.miras.registrar.office.service.ImportRun;
import kz.miras.registrar.office.service.ImportStore;

/** What comes by itself, looked for again and again as a page does, and never for ever. */
final class Soon {

  /** Far below the time a lock is waited for. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final Duration STEP = Duration.ofMillis(100);

  private Soon() {}

  /** Comes back when it is so; fails by the name of what did not come. */
  static void isSo(String what, Callable<Boolean> look) throws Exception {
    long begun = System.nanoTime();
    while (!look.call()) {
      if (System.nanoTime() - begun > LONGEST.toNanos()) {
        throw new AssertionError("not within " + LONGEST.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  /** An import once it works no more. */
  static ImportRun ended(UUID run) throws Exception {
    ImportStore store = Inside.bean(ImportStore.class);
    isSo("import " + run + " works no more", () -> !store.run(run).orElseThrow().isWorking());
    return store.run(run).orElseThrow();
  }
}
