package kz.miras.registrar.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.wildfly.security.auth.server.SecurityIdentity;

/** Many people who do something at the same moment. */
final class Crowd {

  private Crowd() {}

  /** Answers in the order of the work; everybody starts together. */
  static <T> List<T> atOnce(SecurityIdentity who, List<Callable<T>> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(work.size());
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> one : work) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return who.runAs(one);
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
