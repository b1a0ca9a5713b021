package kz.miras.registrar.registration;

import kz.miras.registrar.shared.Keyed;

/** Life of a registration window: prepared by one person, approved by another (WIN-3). */
public enum WindowStatus implements Keyed {
  /** New or changed; what was approved before stays in force until the change is approved. */
  PREPARED,
  APPROVED;

  @Override
  public String key() {
    return "registration.window.status." + name();
  }
}
