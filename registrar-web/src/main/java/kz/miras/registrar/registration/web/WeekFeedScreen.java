package kz.miras.registrar.registration.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import kz.miras.registrar.registration.service.WeekFeeds;

/** Makes the address of the own calendar feed and shows it once. */
@Named("weekFeed")
@ViewScoped
public class WeekFeedScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private WeekFeeds feeds;

  private String address;

  public void make() {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    String page = request.getRequestURL().toString();
    String server = page.substring(0, page.indexOf(request.getServletPath()));
    address = server + "/week/" + feeds.make() + ".ics";
  }

  /** Ends the address: whoever has it reads nothing any more. */
  public void end() {
    feeds.end();
    address = null;
  }

  /** Whether there is an address that works. */
  public boolean isMade() {
    return feeds.isMade();
  }

  public String getAddress() {
    return address;
  }
}
