package kz.miras.registrar.morning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import kz.miras.registrar.local.LocalServer;
import kz.miras.registrar.local.RunProcess;

/**
 * Mornings on which something breaks in the middle of registering, giving back and swapping, or on
 * which two servers share a database. In small in the tests, in large in the bench.
 */
public final class HardMornings {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final MorningServer server;

  HardMornings(MorningServer server) {
    this.server = server;
  }

  /**
   * A morning that is over.
   *
   * @param before how many had their answer when something broke; 0 where nothing did
   */
  record Held(Storm.Measured measured, Journal told, int before, List<String> findings) {

    /** What is not as it was promised; empty where all is. */
    List<String> complaints(int students, boolean broke) {
      List<String> complaints = new ArrayList<>(findings);
      if (broke && before >= students * 9 / 10) {
        complaints.add("it broke only after " + before + " answers");
      }
      if (broke && (measured.stumbled() == 0 || told.told().size() <= before)) {
        complaints.add("nobody tried again");
      }
      if (told.changes() <= students / 8 || told.swapped() == 0) {
        complaints.add("only " + told.changes() + " changes, " + told.swapped() + " swaps");
      }
      return complaints;
    }
  }

  /** Kills something in the middle and starts it all again. */
  Held survives(String term, Consumer<RunProcess> kill) throws Exception {
    MorningWorld morning = server.world(term, term.hashCode());
    Journal told = new Journal();
    Storm storm = server.changing(morning, told, PATIENCE, server.url());
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Storm.Measured> running =
          thread.submit(() -> storm.run(morning.pupils(), MorningSize.CONNECTIONS));
      while (told.told().size() < server.size().students() / 3 && !running.isDone()) {
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }
      server.kill(kill);
      int before = told.told().size();
      server.start();
      return new Held(running.get(), told, before, server.findings(morning, told));
    } finally {
      thread.shutdownNow();
    }
  }

  /** What follows while the second server still runs. */
  interface Beside {
    void look(String other) throws Exception;
  }

  /** Two servers on one database. */
  Held twoServers(String term, long seed, Beside beside) throws Exception {
    int port = LocalServer.freePort();
    String other = "http://localhost:" + port;
    try (RunProcess second = server.beside(port)) {
      second.awaitReady();
      MorningWorld morning = server.world(term, seed);
      Journal told = new Journal();
      Storm.Measured measured =
          server
              .changing(morning, told, Duration.ZERO, server.url(), other)
              .run(morning.pupils(), MorningSize.CONNECTIONS);
      Held held = new Held(measured, told, 0, server.findings(morning, told));
      beside.look(other);
      second.stopAll();
      return held;
    }
  }

  /** A hard morning of the bench. */
  public enum Kind {
    SERVER_KILLED,
    DATABASE_KILLED,
    TWO_SERVERS
  }

  /**
   * Holds mornings one after another on a server of their own.
   *
   * @param folder of its data, made anew
   * @param out is told what was measured
   * @throws IllegalStateException where the database does not agree with what was told
   */
  public static void bench(Path folder, MorningSize size, List<Kind> kinds, Consumer<String> out)
      throws Exception {
    LocalServer.deleteTree(folder);
    Files.createDirectories(folder);
    MorningServer server = new MorningServer(folder, size);
    server.start();
    try {
      for (Kind kind : kinds) {
        out.accept("");
        out.accept(title(kind) + ": " + size);
        new HardMornings(server).hold(kind, out);
      }
    } finally {
      server.stop();
    }
  }

  private static String title(Kind kind) {
    return switch (kind) {
      case SERVER_KILLED -> "Registration morning, the server killed in the middle";
      case DATABASE_KILLED -> "Registration morning, the database killed in the middle";
      case TWO_SERVERS -> "Registration morning, two servers on one database";
    };
  }

  private void hold(Kind kind, Consumer<String> out) throws Exception {
    Held held =
        switch (kind) {
          case SERVER_KILLED -> survives("BKS", RunProcess::killServer);
          case DATABASE_KILLED -> survives("BKD", RunProcess::killDatabase);
          case TWO_SERVERS -> twoServers("BTS", 20910907, other -> {});
        };
    boolean broke = kind != Kind.TWO_SERVERS;
    out.accept("  " + server.told(held.measured()));
    out.accept(
        String.format(
            "  %d answered, %d of them before it broke; %d seats and places given back or swapped",
            held.told().told().size(), held.before(), held.told().changes()));
    List<String> complaints = held.complaints(server.size().students(), broke);
    if (!complaints.isEmpty()) {
      throw new IllegalStateException(
          complaints.size()
              + " findings: "
              + complaints.subList(0, Math.min(20, complaints.size())));
    }
    out.accept("  checked: nothing acknowledged is lost, nothing doubled, nobody jumped the queue");
  }
}
