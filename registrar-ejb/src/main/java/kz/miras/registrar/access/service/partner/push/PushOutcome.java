package kz.miras.registrar.access.service.partner.push;

import kz.miras.registrar.access.partner.PushFailure;

/**
 * What has come of an attempt.
 *
 * @param failure null where the partner took the message
 * @param detail the status of HTTP, or the partner's own words; null for none
 */
public record PushOutcome(PushFailure failure, String detail) {

  static final PushOutcome TAKEN = new PushOutcome(null, null);

  static PushOutcome of(PushFailure failure) {
    return new PushOutcome(failure, null);
  }
}
