package kz.miras.registrar.frame.ws;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body has been read, so that nothing larger than allowed goes further. */
public class ReadBody extends HttpServletRequestWrapper {

  private final byte[] body;

  private ReadBody(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  /**
   * Reads the body.
   *
   * @param largest bytes that are taken
   * @throws ProblemException 413 where it is larger
   */
  public static ReadBody of(HttpServletRequest request, int largest) throws IOException {
    if (request.getContentLengthLong() > largest) {
      throw tooLarge(largest);
    }
    try (InputStream in = request.getInputStream()) {
      byte[] body = in.readNBytes(largest + 1);
      if (body.length > largest) {
        throw tooLarge(largest);
      }
      return new ReadBody(request, body);
    }
  }

  /** A call that brings a body it did not come with. */
  static ReadBody with(HttpServletRequest request, byte[] body) {
    return new ReadBody(request, body);
  }

  /** The same call with another body of another type. */
  ReadBody sending(String type, byte[] other) {
    return new ReadBody((HttpServletRequest) getRequest(), other) {
      @Override
      public String getContentType() {
        return type;
      }

      @Override
      public String getHeader(String name) {
        return name.equalsIgnoreCase("Content-Type") ? type : super.getHeader(name);
      }

      @Override
      public String getMethod() {
        return "POST";
      }

      @Override
      public int getContentLength() {
        return other.length;
      }

      @Override
      public long getContentLengthLong() {
        return other.length;
      }
    };
  }

  private static ProblemException tooLarge(int largest) {
    return new ProblemException(Problem.of(413, "too-large", largest / 1024));
  }

  /** What was read. */
  public byte[] body() {
    return body.clone();
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream in = new ByteArrayInputStream(body);
    return new ServletInputStream() {
      @Override
      public boolean isFinished() {
        return in.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("the body has been read; the call is not asynchronous");
      }

      @Override
      public int read() {
        return in.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        return in.read(target, offset, length);
      }
    };
  }
}
