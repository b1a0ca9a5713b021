package kz.miras.registrar.shared.service;

import jakarta.persistence.OptimisticLockException;
import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kz.miras.registrar.shared.RegistrarException;

/**
 * Tries a transaction again where the database asks for it: a deadlock, a lock not given in time, a
 * row that is not what was read any more. For use outside the transaction that failed.
 */
public final class Again {

  /** MariaDB: a row is not what was read any more. */
  public static final int CHANGED_MEANWHILE = 1020;

  private static final int MOST = 10;
  private static final int SHORTEST_MILLIS = 20;
  private static final int LONGEST_MILLIS = 640;

  /** MariaDB: row changed meanwhile, lock not given in time, deadlock. */
  private static final Set<Integer> RETRIED = Set.of(CHANGED_MEANWHILE, 1205, 1213);

  /** MariaDB: there is such a row already. */
  private static final int DUPLICATE = 1062;

  /** MariaDB: it serves as many as it can already. */
  private static final int TOO_MANY_CONNECTIONS = 1040;

  /** What the server's pool says of a connection it cannot give, or that has been lost. */
  private static final String POOL = "IJ";

  /** SQL: the class of states of a connection that could not be made, or is lost. */
  private static final String NO_CONNECTION = "08";

  private Again() {}

  /**
   * The answer of the first attempt the database lets through, of ten at most. What two
   * transactions hold of each other is held for longer the more there are, so the pause before each
   * attempt is twice as long as the one before, and never the same for both.
   */
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
        pause(attempt);
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

  /**
   * The database may refuse a lock to a statement of ours or of the persistence provider's, and a
   * row may have changed between being read and being written.
   */
  private static boolean mayRetry(Throwable refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException) {
        return true;
      }
      if (cause instanceof SQLException database) {
        return RETRIED.contains(database.getErrorCode());
      }
    }
    return false;
  }

  /**
   * Whether the database could not serve the work, for the moment or at all: it is lost or has no
   * connection left, or refused its locks to the last. Nothing was written; it may be asked again.
   */
  public static boolean isUnavailable(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResourceException
          || cause instanceof SQLException database && isUnavailable(database)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnavailable(SQLException refused) {
    String state = refused.getSQLState();
    return RETRIED.contains(refused.getErrorCode())
        || refused.getErrorCode() == TOO_MANY_CONNECTIONS
        || state != null && state.startsWith(NO_CONNECTION)
        || state == null && String.valueOf(refused.getMessage()).startsWith(POOL);
  }

  /**
   * Whether somebody else was quicker: a row is not what was read any more, or what was to be made
   * is there already, or was refused at the very end by what has become of it since.
   */
  static boolean isRace(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistrarException.Refused
          || cause instanceof SQLException database && database.getErrorCode() == DUPLICATE) {
        return true;
      }
    }
    return mayRetry(failed);
  }

  private static void pause(int attempt) {
    int longest = Math.min(LONGEST_MILLIS, SHORTEST_MILLIS << attempt);
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(longest / 4, longest));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
