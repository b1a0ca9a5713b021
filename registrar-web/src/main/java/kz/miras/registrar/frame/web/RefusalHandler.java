package kz.miras.registrar.frame.web;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;
import org.primefaces.csp.CspException;

/**
 * The one place where screens tell what went wrong: refusals become messages on the page, what is
 * not there a 404, what is not allowed a 403; anything else is a defect, logged under an incident
 * number and shown as that number.
 */
class RefusalHandler extends ExceptionHandlerWrapper {

  private static final Logger LOG = Logger.getLogger(RefusalHandler.class.getName());

  RefusalHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      Throwable cause = cause(events.next().getContext().getException());
      events.remove();
      try {
        answer(faces, cause);
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }
    getWrapped().handle();
  }

  private static void answer(FacesContext faces, Throwable cause) throws IOException {
    Language language = CDI.current().select(LanguageChoice.class).get().getLanguage();
    if (cause instanceof ViewExpiredException expired) {
      go(faces, expired.getViewId() + query(faces));
    } else if (cause instanceof CspException) {
      // a form that was not sent from a page of ours
      again(faces);
    } else if (cause instanceof RegistrarException.Refused refused) {
      for (Refusal refusal : refused.refusals()) {
        say(faces, Messages.text(language, refusal));
      }
      stay(faces);
    } else if (cause instanceof RegistrarException.Conflict conflict) {
      say(faces, Messages.text(language, new Refusal(conflict.code(), "", "", conflict.args())));
      stay(faces);
    } else if (cause instanceof OptimisticLockException) {
      say(faces, Messages.text(language, Refusal.of("error.conflict", "")));
      stay(faces);
    } else if (cause instanceof RegistrarException.NotFound) {
      error(faces, 404, "");
    } else if (cause instanceof RegistrarException.Forbidden
        || cause instanceof EJBAccessException) {
      error(faces, 403, "");
    } else {
      String incident = UUID.randomUUID().toString().substring(0, 8);
      LOG.log(Level.SEVERE, cause, () -> "incident " + incident);
      error(faces, 500, incident);
    }
  }

  /** Shows the page of the address anew. */
  static void again(FacesContext faces) throws IOException {
    if (!faces.getExternalContext().isResponseCommitted()) {
      go(faces, faces.getExternalContext().getRequestServletPath() + query(faces));
    }
  }

  private static String query(FacesContext faces) {
    HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
    return request.getQueryString() == null ? "" : "?" + request.getQueryString();
  }

  private static void say(FacesContext faces, String text) {
    faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
  }

  /** An action stays on its page with the message; a page that could not be built shows 400. */
  private static void stay(FacesContext faces) throws IOException {
    if (faces.getPartialViewContext().isAjaxRequest()) {
      faces.getPartialViewContext().getRenderIds().add("messages");
      faces.renderResponse();
    } else if (faces.isPostback()) {
      faces.renderResponse();
    } else {
      error(faces, 400, "");
    }
  }

  private static void go(FacesContext faces, String address) throws IOException {
    faces.getExternalContext().redirect(address);
    faces.responseComplete();
  }

  private static void error(FacesContext faces, int status, String incident) throws IOException {
    ExternalContext external = faces.getExternalContext();
    if (faces.getPartialViewContext().isAjaxRequest() || external.isResponseCommitted()) {
      go(
          faces,
          "/error/" + status + ".xhtml" + (incident.isEmpty() ? "" : "?incident=" + incident));
      return;
    }
    external.getRequestMap().put("incident", incident);
    external.responseReset();
    external.responseSendError(status, incident);
    faces.responseComplete();
  }

  private static Throwable cause(Throwable thrown) {
    Throwable found = thrown;
    while (found.getCause() != null
        && (found instanceof FacesException
            || found instanceof EJBException && !(found instanceof EJBAccessException)
            || found instanceof jakarta.el.ELException
            || found instanceof jakarta.servlet.ServletException
            || found instanceof jakarta.transaction.RollbackException)) {
      found = found.getCause();
    }
    return found;
  }
}
