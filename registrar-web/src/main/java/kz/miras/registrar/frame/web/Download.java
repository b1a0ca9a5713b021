package kz.miras.registrar.frame.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Answers a request with a file in place of the page. */
public final class Download {

  /** Media type of a workbook. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private Download() {}

  /** A PDF the browser shows. */
  public static void pdf(String name, byte[] content) throws IOException {
    send("application/pdf", "inline", name + ".pdf", content);
  }

  /**
   * A workbook to keep.
   *
   * @param name of the file, without its ending
   */
  public static void xlsx(String name, byte[] content) throws IOException {
    attachment(XLSX, name + ".xlsx", content);
  }

  /** A file to keep. */
  public static void attachment(String type, String name, byte[] content) throws IOException {
    send(type, "attachment", name, content);
  }

  /** Writes a file of any size as it is made. */
  public interface Writer {
    void write(OutputStream out) throws IOException;
  }

  /** A file to keep that is written as it is made, never held whole. */
  public static void stream(String type, String name, Writer writer) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    external.responseReset();
    external.setResponseContentType(type);
    external.setResponseHeader(
        "Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name));
    try (OutputStream out = external.getResponseOutputStream()) {
      writer.write(out);
    }
    faces.responseComplete();
  }

  private static void send(String type, String how, String name, byte[] content)
      throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    external.responseReset();
    external.setResponseContentType(type);
    external.setResponseContentLength(content.length);
    external.setResponseHeader("Content-Disposition", how + "; filename*=UTF-8''" + encoded(name));
    try (OutputStream out = external.getResponseOutputStream()) {
      out.write(content);
    }
    faces.responseComplete();
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name.replace('/', '-'), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
