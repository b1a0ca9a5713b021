package kz.miras.registrar.frame.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

  /**
   * One of several the address names.
   *
   * @return null where it names none of them
   */
  public static <E extends Enum<E>> E choice(Class<E> of, String name) {
    String text = parameter(name);
    return Arrays.stream(of.getEnumConstants())
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElse(null);
  }

  @Override
  public String getActionURL(FacesContext faces, String view) {
    String address = super.getActionURL(faces, view);
    HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
    String query = request.getQueryString();
    boolean same = faces.getViewRoot() != null && view.equals(faces.getViewRoot().getViewId());
    return same && query != null && !address.contains("?") ? address + "?" + query : address;
  }

  /**
   * Where a page leads to itself, the record it leads to stands for the one it was about: both in
   * one address, the first would be shown again.
   */
  @Override
  public String getRedirectURL(
      FacesContext faces, String view, Map<String, List<String>> parameters, boolean viewParams) {
    String address = super.getRedirectURL(faces, view, parameters, viewParams);
    String before = ((HttpServletRequest) faces.getExternalContext().getRequest()).getQueryString();
    int at = before == null ? -1 : address.indexOf("?" + before + "&");
    if (at < 0) {
      return address;
    }
    String next = address.substring(at + before.length() + 2);
    return address.substring(0, at + 1) + AddressFields.over(before, next);
  }
}
