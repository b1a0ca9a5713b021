package kz.miras.registrar.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks again and again at the sockets of this process and all it started, servers and browser
 * included, and writes down every connection, also an attempted one, that leads off this machine.
 * Works for an ordinary user where the system has {@code /proc}.
 */
public final class OutgoingWatch implements AutoCloseable {

  private static final Path NET = Path.of("/proc/self/net");
  private static final int PERIOD_MILLIS = 40;
  private static final int LONG_ADDRESS = 32;

  private final Path report;
  private final Set<String> seen = new TreeSet<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "outgoing-watch");
            thread.setDaemon(true);
            return thread;
          });

  private OutgoingWatch(Path report) {
    this.report = report;
  }

  /** Whether this system can be watched. */
  public static boolean isPossible() {
    return Files.isReadable(NET.resolve("tcp"));
  }

  /** Starts watching; what is found is in the report, one line each, from now on. */
  public static OutgoingWatch start(Path report) throws IOException {
    OutgoingWatch watch = new OutgoingWatch(report);
    Files.createDirectories(report.getParent());
    Files.writeString(report, "");
    watch.timer.scheduleWithFixedDelay(watch::look, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    return watch;
  }

  private void look() {
    try {
      for (String kind : List.of("tcp", "tcp6", "udp", "udp6")) {
        List<String> lines = Files.readAllLines(NET.resolve(kind));
        for (String line : lines.subList(1, lines.size())) {
          look(kind, line.strip().split("\\s+"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void look(String kind, String[] socket) throws IOException {
    InetAddress remote = address(socket[2].split(":")[0]);
    if (isHere(remote)) {
      return;
    }
    String owner = owner("socket:[" + socket[9] + "]");
    String line =
        kind
            + " "
            + remote.getHostAddress()
            + " port "
            + Integer.parseInt(socket[2].split(":")[1], 16)
            + " by "
            + owner;
    if (owner != null && seen.add(line)) {
      Files.write(report, seen);
    }
  }

  /** Four bytes at a time, each in the machine's order, as the kernel prints them. */
  private static InetAddress address(String hex) throws UnknownHostException {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int from = (i / 4 * 4 + 3 - i % 4) * 2;
      bytes[i] = (byte) Integer.parseInt(hex.substring(from, from + 2), 16);
    }
    return hex.length() == LONG_ADDRESS
        ? Inet6Address.getByAddress(bytes)
        : InetAddress.getByAddress(bytes);
  }

  private static boolean isHere(InetAddress address) throws SocketException {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || NetworkInterface.getByInetAddress(address) != null;
  }

  /** The process of ours that holds a socket; null for anybody else's. */
  private static String owner(String socket) {
    ProcessHandle self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants())
        .filter(process -> holds(process.pid(), socket))
        .map(process -> process.info().command().orElse("process " + process.pid()))
        .findFirst()
        .orElse(null);
  }

  private static boolean holds(long pid, String socket) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : files) {
        if (Files.isSymbolicLink(file) && Files.readSymbolicLink(file).toString().equals(socket)) {
          return true;
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // the process or its file has just gone
    }
    return false;
  }

  /** What has been found so far. */
  public synchronized Set<String> found() {
    return Set.copyOf(seen);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
