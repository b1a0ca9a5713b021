package kz.miras.registrar.correspondence.ws.ministry;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayAddress;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayInbox;
import kz.miras.registrar.frame.ws.ReadBody;

/**
 * Takes messages of the asynchronous channel, SOAP 1.1 in the shapes of the gateway. Its contract
 * is the gateway's own, so that the bytes are taken as they come: they are what is signed and kept.
 */
@WebServlet("/gateway/async")
public class GatewayCallback extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient GatewayInbox inbox;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] message = ReadBody.of(request, GatewayAddress.largestMessage()).body();
    GatewayInbox.Reply reply = inbox.take(message);
    response.setStatus(
        reply.fault() ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : HttpServletResponse.SC_OK);
    response.setContentType("text/xml;charset=UTF-8");
    response.setContentLength(reply.envelope().length);
    response.getOutputStream().write(reply.envelope());
  }
}
