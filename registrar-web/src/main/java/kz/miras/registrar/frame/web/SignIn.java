package kz.miras.registrar.frame.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import kz.miras.registrar.access.service.Doorkeeper;
import kz.miras.registrar.access.service.Doorkeeper.Admission;
import kz.miras.registrar.access.service.SignInGuard;

/** The sign-in page: slows guessing down, renews the session, goes on to the page asked for. */
@Named("signIn")
@RequestScoped
public class SignIn implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private transient SignInGuard guard;
  @Inject private transient Doorkeeper door;
  @Inject private transient HttpServletRequest request;
  @Inject private transient Words words;
  @Inject private transient LanguageChoice language;

  private String login;
  private String password;
  private String wanted;

  /** Signs in, or says why not. */
  public void enter() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    String name = login == null ? "" : login.strip();
    String address = request.getRemoteAddr();
    Duration wait = guard.wait(name, address);
    if (!wait.isZero()) {
      say(faces, words.of("frame.sign-in.wait", Math.max(1, wait.toSeconds())));
      return;
    }
    try {
      Admission admission = door.check(SignInDoor.ticket(request), name, () -> signIn(name));
      if (admission != Admission.ADMITTED) {
        waitAgain(faces, admission);
        return;
      }
      guard.succeeded(name);
      guard.language(name).ifPresent(language::unlessChosen);
      faces.getExternalContext().redirect(target());
    } catch (ServletException e) {
      // the server does not tell a wrong name from a wrong password, and neither do we
      guard.failed(name, password == null ? "" : password, address);
      say(faces, words.get("frame.sign-in.wrong"));
    }
  }

  private void signIn(String name) throws ServletException {
    if (request.getUserPrincipal() != null) {
      request.logout();
    }
    request.getSession(true);
    // the server gives the session a new id as it signs in
    request.login(name, password == null ? "" : password);
  }

  /** Nothing was checked: back to the page, where whoever has to wait is told so. */
  private void waitAgain(FacesContext faces, Admission admission) throws IOException {
    if (admission == Admission.OTHERS_TICKET) {
      SignInDoor.dropTicket((HttpServletResponse) faces.getExternalContext().getResponse());
    }
    faces.getExternalContext().redirect(SignInDoor.address(request));
  }

  private static void say(FacesContext faces, String text) {
    faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
  }

  /** Only pages of this application: an address from outside would be an open redirect. */
  private String target() {
    return wanted != null && wanted.matches("/[A-Za-z0-9][^\\\\\\s]*") ? wanted : "/index.xhtml";
  }

  public void leave() throws IOException, ServletException {
    if (request.getUserPrincipal() != null) {
      guard.left(request.getUserPrincipal().getName());
    }
    request.logout();
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    context.invalidateSession();
    // the next at this computer is somebody else
    SignInDoor.dropTicket((HttpServletResponse) context.getResponse());
    context.redirect("/sign-in.xhtml");
  }

  public String getWanted() {
    return wanted == null ? request.getParameter("wanted") : wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
