package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.logging.Logger;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.plan.PlanApproval;
import kz.miras.registrar.shared.service.Again;
import kz.miras.registrar.shared.service.UniversityTime;

/** Looks every minute what has come to its time in registration. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs(Permissions.ENROL_SERVE_QUEUE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegistrationTimer {

  private static final Logger LOG = Logger.getLogger(RegistrationTimer.class.getName());

  @Inject private RegistrationJobs jobs;
  @Inject private QueueJobs queues;
  @Inject private LineJobs lines;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void everyMinute() {
    each(jobs.waitedOut(), jobs::endWaiting);
    each(jobs.returnedTooLong(), jobs::releaseSeat);
    each(jobs.toSettle(), jobs::settle);
    each(lines.toSettle(), lines::settle);
    each(jobs.paidWithoutGroup(), jobs::seatPaid);
    TreeSet<Long> again = new TreeSet<>(queues.freedLately());
    again.addAll(queues.besideMoved());
    each(List.copyOf(again), queues::lookAgain);
    apart(() -> jobs.release());
  }

  @Schedule(hour = "3", minute = "37", persistent = false)
  void everyNight() {
    apart(jobs::lookAgain);
    apart(lines::lookAgain);
    each(queues.resting(), queues::lookAgain);
  }

  @Schedule(hour = "*", minute = "7", persistent = false)
  void everyHour() {
    each(jobs.toClose(), jobs::close);
    for (Level level : Level.values()) {
      apart(
          () ->
              jobs.escalate(
                  level,
                  PlanApproval.lateBefore(
                      time.today(), calendars.workingDays(), rules.inForce(level, time.today()))));
    }
  }

  /** One that cannot be done does not hold the others up. */
  private static void each(List<Long> keys, LongConsumer work) {
    keys.forEach(key -> apart(() -> work.accept(key)));
  }

  private static void apart(Runnable work) {
    try {
      Again.run(work);
    } catch (RuntimeException e) {
      LOG.log(
          java.util.logging.Level.SEVERE,
          "A part of registration's work is left to the next minute",
          e);
    }
  }
}
