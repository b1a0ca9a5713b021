package kz.miras.registrar.bench.inside;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A fixed number of threads that take operations from one queue. */
final class Crew {

  static final int THREADS = 4;

  /** Does one operation. */
  interface Hand extends AutoCloseable {
    void run(int operation) throws Exception;

    @Override
    default void close() throws SQLException {}
  }

  /** A hand for each thread. */
  interface Hire {
    Hand hand() throws Exception;
  }

  private Crew() {}

  /**
   * Does all operations once.
   *
   * @return nanoseconds from the first to the end of the last
   */
  static long run(int operations, Hire hire) throws Exception {
    List<Hand> hands = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      hands.add(hire.hand());
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    AtomicInteger next = new AtomicInteger();
    try {
      long begin = System.nanoTime();
      List<Future<?>> working = new ArrayList<>();
      for (Hand hand : hands) {
        working.add(
            threads.submit(
                () -> {
                  for (int i = next.getAndIncrement(); i < operations; i = next.getAndIncrement()) {
                    hand.run(i);
                  }
                  return null;
                }));
      }
      for (Future<?> one : working) {
        one.get();
      }
      return System.nanoTime() - begin;
    } catch (ExecutionException e) {
      next.set(operations);
      throw new IllegalStateException(e.getCause().toString(), e.getCause());
    } finally {
      threads.shutdown();
      for (Hand hand : hands) {
        hand.close();
      }
    }
  }
}
