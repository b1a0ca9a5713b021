package kz.miras.registrar.bench.inside;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A fixed number of threads that share the operations out between them: each does every fourth, in
 * order, so that what concerns one thread alone happens in the same order each time.
 */
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
    AtomicInteger stopped = new AtomicInteger(operations);
    AtomicReference<Exception> first = new AtomicReference<>();
    try {
      long begin = System.nanoTime();
      List<Future<?>> working = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Hand hand = hands.get(thread);
        int start = thread;
        working.add(
            threads.submit(
                () -> {
                  try {
                    for (int i = start; i < stopped.get(); i += THREADS) {
                      hand.run(i);
                    }
                  } catch (Exception e) {
                    stopped.set(0);
                    first.compareAndSet(null, e);
                    // others may be waiting for what its transaction holds
                    hand.close();
                  }
                  return null;
                }));
      }
      for (Future<?> one : working) {
        one.get();
      }
      if (first.get() != null) {
        throw new IllegalStateException(first.get().toString(), first.get());
      }
      return System.nanoTime() - begin;
    } finally {
      threads.shutdown();
      for (Hand hand : hands) {
        hand.close();
      }
    }
  }
}
