package kz.miras.registrar.access.service;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a check of a password costs on this machine: the moving average of the processor time of
 * each check as it happens. Time spent waiting for a processor does not count, or a busy server
 * would take itself for a slow one.
 */
final class CheckCost {

  private static final double WEIGHT = 0.05;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean EXACT = THREADS.isCurrentThreadCpuTimeSupported();

  private final AtomicInteger running = new AtomicInteger();
  private volatile double seconds;

  /** Measures the first checks, so that there is an average before anybody comes. */
  CheckCost() {
    // the first one also loads and compiles
    Passwords.hash("warm-up");
    long before = now();
    Passwords.hash("warm-up");
    seconds = Math.max(1e-4, (now() - before) / 1e9);
  }

  private static long now() {
    return EXACT ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
  }

  /** Begins a check in this thread; the answer is for {@link #end}. */
  long begin() {
    running.incrementAndGet();
    return now();
  }

  /** A check that began so has ended. */
  void end(long begun) {
    running.decrementAndGet();
    add((now() - begun) / 1e9);
  }

  private synchronized void add(double measured) {
    // an unknown name costs next to nothing and is no measure
    if (measured > seconds / 4) {
      seconds += WEIGHT * (measured - seconds);
    }
  }

  /** Seconds of a processor. */
  double seconds() {
    return seconds;
  }

  /** Checks going on at the moment. */
  int running() {
    return running.get();
  }
}
