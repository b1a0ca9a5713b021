package kz.miras.registrar.transcript;

import kz.miras.registrar.shared.Keyed;

/** How a document reaches whoever asked for it. */
public enum DocumentDelivery implements Keyed {
  /** Fetched at the counter, by the student or by proxy. */
  HAND,
  /** Downloaded as it was issued. */
  ELECTRONIC,
  /** Sent to a postal address. */
  POST;

  @Override
  public String key() {
    return "transcript.delivery." + name();
  }
}
