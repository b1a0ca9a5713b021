package kz.miras.registrar.registration.service.preset;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.service.PresetDesk;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.StudentGroup;

/** The transactions of a run of presets: that it begins, and each of its groups. */
@Stateless
@Guarded
@RolesAllowed(Permissions.ENROL_ONBEHALF)
public class PresetSteps {

  /** Far longer than a group takes: who has been silent for so long works no more. */
  static final Duration SILENCE = Duration.ofMinutes(5);

  @Inject private PresetStore store;
  @Inject private PresetDesk desk;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * A run begins.
   *
   * @return its key; empty where one goes on in the term
   */
  public Optional<Long> begin(UUID link, Term term, List<StudentGroup> groups, String reason) {
    Instant now = time.now();
    return store.begin(
        link,
        term.getId(),
        groups.stream().map(one -> new PresetStore.Step(one.getId(), one.getCode())).toList(),
        reason,
        access.current().login(),
        now,
        now.minus(SILENCE));
  }

  /**
   * Presets a group of a run, unless that is done, and remembers it in the same transaction.
   *
   * @param group key
   * @return whether the run goes on: not where somebody has stopped it
   */
  public boolean take(long run, long group) {
    PresetStore.Claim claim = store.claim(run, group);
    if (claim.due()) {
      store.done(run, group, desk.preset(claim.group(), claim.term(), claim.reason()), time.now());
    }
    return !claim.stopped();
  }
}
