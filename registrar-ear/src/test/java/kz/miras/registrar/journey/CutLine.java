package kz.miras.registrar.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server that can be cut: behind it the browser really has no network. */
final class CutLine implements AutoCloseable {

  private final ServerSocket entrance;
  private final int target;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private CutLine(ServerSocket entrance, int target) {
    this.entrance = entrance;
    this.target = target;
  }

  /** A line to a port of this machine. */
  static CutLine to(int port) throws IOException {
    CutLine line = new CutLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    start(line::serve);
    return line;
  }

  String url() {
    return "http://localhost:" + entrance.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        Socket caller = entrance.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(caller);
        open.add(server);
        start(() -> pass(caller, server));
        start(() -> pass(server, caller));
      }
    } catch (IOException e) {
      // cut
    }
  }

  private static void pass(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // the other side has hung up
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    cut();
  }

  /** Nothing goes through any more. */
  void cut() {
    try {
      entrance.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
