package kz.miras.registrar.frame.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Forms are sent to the whole address of their page, its parameters included: after a form was
 * sent, an error shown, a language chosen or a session renewed, the address still names the same
 * record.
 */
public class KeptAddress extends ViewHandlerWrapper {

  public KeptAddress(ViewHandler wrapped) {
    super(wrapped);
  }

  /**
   * A parameter of the address, for the beans of a page to begin with: a form sent again after its
   * page was left finds a new bean, and the page is about the same all the same.
   *
   * @return null where the address has none
   */
  public static String parameter(String name) {
    FacesContext faces = FacesContext.getCurrentInstance();
    return faces == null ? null : faces.getExternalContext().getRequestParameterMap().get(name);
  }

  /**
   * A day the address names.
   *
   * @return null where it names none, or none that can be read
   */
  public static LocalDate day(String name) {
    String text = parameter(name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  @Override
  public String getActionURL(FacesContext faces, String view) {
    String address = super.getActionURL(faces, view);
    HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
    String query = request.getQueryString();
    boolean same = faces.getViewRoot() != null && view.equals(faces.getViewRoot().getViewId());
    return same && query != null && !address.contains("?") ? address + "?" + query : address;
  }
}
