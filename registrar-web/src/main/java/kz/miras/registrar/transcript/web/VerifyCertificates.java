package kz.miras.registrar.transcript.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kz.miras.registrar.transcript.service.signing.CertificatesOfRecord;

/** DOC-66. The certificates of the signatures of documents, for anybody's reader of PDF. */
@WebServlet({"/verify/certificates.pem", "/verify/certificates.p7b"})
public class VerifyCertificates extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient CertificatesOfRecord certificates;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean text = request.getServletPath().endsWith(".pem");
    byte[] content =
        text ? certificates.pem().getBytes(StandardCharsets.UTF_8) : certificates.pkcs7();
    response.setContentType(text ? "application/x-pem-file" : "application/x-pkcs7-certificates");
    response.setHeader("Cache-Control", "public, max-age=3600");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"certificates." + (text ? "pem" : "p7b") + "\"");
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
