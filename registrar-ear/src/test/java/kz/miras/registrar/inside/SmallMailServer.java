package kz.miras.registrar.inside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mail server that keeps what it is given and refuses every address that asks for it. */
final class SmallMailServer implements AutoCloseable {

  /** Part of an address nobody has. */
  static final String NOBODY = "nobody";

  private final ServerSocket socket;
  private final Thread thread;
  private final List<String> taken = new ArrayList<>();

  SmallMailServer() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    thread = new Thread(this::serve, "small-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** What a sender has to know of it. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", socket.getInetAddress().getHostAddress());
    properties.setProperty("mail.smtp.port", String.valueOf(socket.getLocalPort()));
    properties.setProperty("mail.from", "registrar@example.org");
    return properties;
  }

  /** The mails it has taken for an address, headers and text as they came. */
  synchronized List<String> to(String address) {
    return taken.stream().filter(mail -> mail.contains("To: " + address)).toList();
  }

  private synchronized void take(String mail) {
    taken.add(mail);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        talk(caller);
      } catch (IOException e) {
        // the caller has gone, or the test is over
        continue;
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
    PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII);
    say(out, "220 small");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
      if ("DATA".equals(verb)) {
        say(out, "354 go on");
        take(text(in));
        say(out, "250 taken");
      } else if ("QUIT".equals(verb)) {
        say(out, "221 bye");
        return;
      } else if ("RCPT".equals(verb) && line.contains(NOBODY)) {
        say(out, "550 no such user");
      } else {
        say(out, "250 small");
      }
    }
  }

  private static String text(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null && !".".equals(line); line = in.readLine()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static void say(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
