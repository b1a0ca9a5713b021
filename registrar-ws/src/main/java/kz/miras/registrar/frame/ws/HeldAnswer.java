package kz.miras.registrar.frame.ws;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the SOAP runtime answers, held back until it is known to be an answer: faults of its own
 * never leave.
 */
class HeldAnswer extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = SC_OK;
  private PrintWriter writer;

  HeldAnswer(HttpServletResponse answer) {
    super(answer);
  }

  /** What was answered. */
  String text() {
    return body.toString(StandardCharsets.UTF_8);
  }

  /** What was answered, to be sent. */
  SoapReply reply() {
    if (writer != null) {
      writer.flush();
    }
    return new SoapReply(status, getContentType(), Map.of(), body.toByteArray(), null);
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setStatus(int code) {
    this.status = code;
  }

  @Override
  public void sendError(int code) {
    this.status = code;
  }

  @Override
  public void sendError(int code, String message) {
    this.status = code;
  }

  @Override
  public void setContentLength(int length) {
    // known when it is let go
  }

  @Override
  public void setContentLengthLong(long length) {
    // known when it is let go
  }

  @Override
  public void flushBuffer() {
    // nothing leaves before its time
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    }
    return writer;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("the answer is held back; the call is not asynchronous");
      }

      @Override
      public void write(int one) {
        body.write(one);
      }

      @Override
      public void write(byte[] source, int offset, int length) {
        body.write(source, offset, length);
      }
    };
  }
}
