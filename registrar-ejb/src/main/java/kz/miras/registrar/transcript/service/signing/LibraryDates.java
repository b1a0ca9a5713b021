package kz.miras.registrar.transcript.service.signing;

import java.time.Instant;
import java.util.Date;

/** Instants as the libraries of certificates and signatures still want and give them. */
final class LibraryDates {

  private LibraryDates() {}

  static Date of(Instant instant) {
    return Date.from(instant);
  }

  static Instant instant(Date date) {
    return date.toInstant();
  }
}
