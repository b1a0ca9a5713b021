package kz.miras.registrar.transcript;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Somebody who asks from another address of this machine. */
final class OtherAddress {

  private final URI server;
  private final String from;

  OtherAddress(String server, String from) {
    this.server = URI.create(server);
    this.from = from;
  }

  /** The whole answer, status line first. */
  String get(String path) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.setSoTimeout(30_000);
      socket.connect(new InetSocketAddress("127.0.0.1", server.getPort()), 10_000);
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + path
                      + " HTTP/1.1\r\nHost: "
                      + server.getAuthority()
                      + "\r\nCookie: registrar-language=en\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
