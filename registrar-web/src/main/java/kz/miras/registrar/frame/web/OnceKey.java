package kz.miras.registrar.frame.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.UUID;

/**
 * The key of a form on a page, for what must be done once however often it is sent: a double click,
 * a reload, a hasty second try. Each page shown has another; it comes back with the form.
 */
@Named("once")
@RequestScoped
public class OnceKey {

  private String key = UUID.randomUUID().toString();

  /** The key the form came with; on a page that is only shown, a new one. */
  public String getKey() {
    return key;
  }

  /** What is asked for next on the page is asked for anew; a second click still has the old key. */
  public void renew() {
    key = UUID.randomUUID().toString();
  }

  public void setKey(String key) {
    this.key = key == null ? this.key : key;
  }
}
