package kz.miras.registrar.shared.service;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kz.miras.registrar.shared.RegistrarException;

/**
 * Tries a transaction again where the database asks for it: a deadlock, a lock not given in time.
 * For use outside the transaction that failed.
 */
public final class Again {

  /** MariaDB: a row is not what was read any more. */
  public static final int CHANGED_MEANWHILE = 1020;

  private static final int MOST = 3;
  private static final int JITTER_MILLIS = 40;

  /** MariaDB: row changed meanwhile, lock not given in time, deadlock. */
  private static final Set<Integer> RETRIED = Set.of(CHANGED_MEANWHILE, 1205, 1213);

  /** MariaDB: there is such a row already. */
  private static final int DUPLICATE = 1062;

  private Again() {}

  /** The answer of the first attempt the database lets through, of three at most. */
  public static <T> T of(Supplier<T> work) {
    return of(work, Again::mayRetry);
  }

  /**
   * The same of work that looks at the data anew each time: whatever {@link #isRace} tells is tried
   * again too.
   */
  public static void race(Runnable work) {
    of(
        () -> {
          work.run();
          return null;
        },
        Again::isRace);
  }

  private static <T> T of(Supplier<T> work, Predicate<Throwable> retried) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException conflict) {
        if (attempt == MOST || !retried.test(conflict)) {
          throw conflict;
        }
        pause();
      }
    }
  }

  /** The same of work without an answer. */
  public static void run(Runnable work) {
    of(
        () -> {
          work.run();
          return null;
        });
  }

  /** The database may refuse a lock to a statement of ours or of the persistence provider's. */
  private static boolean mayRetry(Throwable refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException database) {
        return RETRIED.contains(database.getErrorCode());
      }
    }
    return false;
  }

  /**
   * Whether somebody else was quicker: a row is not what was read any more, or what was to be made
   * is there already, or was refused at the very end by what has become of it since.
   */
  static boolean isRace(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException
          || cause instanceof RegistrarException.Refused
          || cause instanceof SQLException database && database.getErrorCode() == DUPLICATE) {
        return true;
      }
    }
    return mayRetry(failed);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(5, JITTER_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
