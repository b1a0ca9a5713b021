package kz.miras.registrar.transcript.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.service.CheckGate;
import kz.miras.registrar.transcript.service.CheckGate.Cost;
import kz.miras.registrar.transcript.service.DocumentVerification;
import kz.miras.registrar.transcript.service.DocumentVerification.Answer;
import kz.miras.registrar.transcript.service.DocumentVerification.Verdict;

/**
 * DOC-23. Takes the file somebody wants to have checked and shows the public page with the answer.
 * The file stays in memory while it is looked at and is kept nowhere.
 */
@WebServlet("/verify/file")
@MultipartConfig(
    maxFileSize = DocumentVerification.LARGEST,
    maxRequestSize = DocumentVerification.LARGEST + VerifyFile.FIELDS,
    fileSizeThreshold = DocumentVerification.LARGEST + VerifyFile.FIELDS)
public class VerifyFile extends HttpServlet {

  static final String ANSWER = VerifyFile.class.getName() + ".answer";
  static final String REFUSED = VerifyFile.class.getName() + ".refused";
  static final String WAIT = VerifyFile.class.getName() + ".wait";

  /** Bytes of a request beside the file. */
  static final int FIELDS = 16 * 1024;

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/verify.xhtml";

  @Inject private transient DocumentVerification documents;
  @Inject private transient CheckGate gate;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(request.getContextPath() + PAGE);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String address = request.getRemoteAddr();
    Duration wait = gate.ask(address);
    if (wait.isZero()) {
      gate.charge(address, Cost.FILE);
      byte[] file;
      try {
        file = file(request);
      } catch (IllegalStateException e) {
        // more than the limits above: the server reads nothing of such a request any more
        response.sendRedirect(request.getContextPath() + PAGE + "?refused=large");
        return;
      } catch (RuntimeException e) {
        // it breaks off, and the server wraps that into an exception of no kind
        response.sendRedirect(request.getContextPath() + "/error/400.xhtml");
        return;
      }
      check(request, file, address);
    } else {
      request.setAttribute(WAIT, Math.max(1, wait.toSeconds()));
    }
    request.getRequestDispatcher(PAGE).forward(request, response);
  }

  private void check(HttpServletRequest request, byte[] file, String address) {
    try {
      Answer answer = documents.byFile(file);
      if (answer.verdict() == Verdict.UNKNOWN) {
        gate.charge(address, Cost.MISS);
      }
      request.setAttribute(ANSWER, answer);
    } catch (RegistrarException.Refused e) {
      request.setAttribute(REFUSED, e.refusals().get(0));
    }
  }

  private static byte[] file(HttpServletRequest request) throws ServletException, IOException {
    String type = request.getContentType();
    if (type == null || !type.startsWith("multipart/form-data")) {
      return new byte[0];
    }
    Part part = request.getPart("file");
    if (part == null) {
      return new byte[0];
    }
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    }
  }
}
