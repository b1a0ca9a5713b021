package kz.miras.registrar.shared.service;

import java.time.Instant;
import java.util.Date;

/** Instants as the libraries of certificates and signatures still want and give them. */
public final class LibraryDates {

  private LibraryDates() {}

  public static Date of(Instant instant) {
    return Date.from(instant);
  }

  public static Instant instant(Date date) {
    return date.toInstant();
  }
}
