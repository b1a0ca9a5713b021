package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.PaymentExpired;
import kz.miras.registrar.registration.log.LogAct;

/** Ends enrolments nobody has paid for in time (PAY-4). */
@ApplicationScoped
public class UnpaidEnrolments {

  @Inject private EnrolmentRows rows;
  @Inject private SeatClerk clerk;
  @Inject private Seats seats;

  void expired(@Observes PaymentExpired expired) {
    rows.read(expired.enrolmentId()).ifPresent(one -> seats.takeTurn(List.of(one.student())));
    // read again: it may have been paid or ended while the turn was waited for
    rows.read(expired.enrolmentId())
        .filter(one -> one.status() == EnrolmentStatus.REQUESTED)
        .ifPresent(
            one -> clerk.end(expired.enrolmentId(), EnrolmentStatus.DROPPED, LogAct.EXPIRED, null));
  }
}
