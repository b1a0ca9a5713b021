package kz.miras.registrar.registration.service.preset;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.service.preset.PresetStore.Run;
import kz.miras.registrar.registration.service.preset.PresetStore.Step;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.service.Students;

/**
 * REG-3. Presets many groups in one act: begun here, done beside the caller group by group, each in
 * a transaction of its own; watched, stopped and gone on with by whoever may preset.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed(Permissions.ENROL_ONBEHALF)
public class PresetRunDesk {

  private static final String RULE = "REG-3";

  @Inject private PresetSteps steps;
  @Inject private PresetStore store;
  @Inject private PresetRuns runs;
  @Inject private Students students;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Begins to preset groups for a term.
   *
   * @param term its code
   * @param codes of the groups, in the order they are taken
   * @param reason why it comes late; null or blank for none
   * @return public id of the run
   * @throws RegistrarException.Refused where a group is not there, none is named, or groups are
   *     being preset for the term already
   */
  public UUID begin(String term, Collection<String> codes, String reason) {
    Term found =
        calendars.term(term).orElseThrow(() -> new RegistrarException.NotFound("term", term));
    List<StudentGroup> groups = groups(codes);
    UUID link = UUID.randomUUID();
    String why = reason == null || reason.isBlank() ? null : reason.strip();
    long run =
        steps
            .begin(link, found, groups, why)
            .orElseThrow(() -> refused(Refusal.of("registration.preset.running", RULE, term)));
    audit.record(
        "preset.begin",
        "Term",
        term,
        null,
        Json.write(Map.of("groups", groups.stream().map(StudentGroup::getCode).toList())));
    runs.start(run, access.current().login(), store.left(run));
    return link;
  }

  private List<StudentGroup> groups(Collection<String> codes) {
    Map<Long, StudentGroup> groups = new LinkedHashMap<>();
    List<Refusal> unknown = new ArrayList<>();
    for (String code : codes) {
      Optional<StudentGroup> known = students.group(code);
      known.ifPresent(one -> groups.put(one.getId(), one));
      if (known.isEmpty()) {
        unknown.add(Refusal.of("registration.preset.unknown", RULE, code).at("groups"));
      }
    }
    if (!unknown.isEmpty()) {
      throw new RegistrarException.Refused(unknown);
    }
    if (groups.isEmpty()) {
      throw refused(Refusal.of("registration.preset.none", RULE).at("groups"));
    }
    return List.copyOf(groups.values());
  }

  private static RegistrarException.Refused refused(Refusal why) {
    return new RegistrarException.Refused(List.of(why));
  }

  /** What goes on, what was broken off, and what was begun last; the newest first. */
  public List<PresetRunView> runs() {
    return store.last().stream()
        .map(
            run ->
                new PresetRunView(
                    run.link(),
                    run.term(),
                    run.by(),
                    run.begunAt(),
                    !runs.isOn(run),
                    run.stoppedAt() != null,
                    store.groups(run.id())))
        .toList();
  }

  /** Stops a run after the group that is being preset; what is done stays done. */
  public void stop(UUID run) {
    Run known = run(run);
    runs.stop(known.id());
    audit.record("preset.stop", "Term", known.term(), null, null);
  }

  /**
   * Goes on with the groups of a run that are left: it was stopped or broken off, or they could not
   * be preset.
   *
   * @throws RegistrarException.Refused where groups are being preset for its term already, in this
   *     run or in one begun since
   */
  public void goOn(UUID run) {
    Run known = run(run);
    boolean running =
        store.last().stream().anyMatch(one -> one.term().equals(known.term()) && runs.isOn(one));
    if (running) {
      throw refused(Refusal.of("registration.preset.running", RULE, known.term()));
    }
    List<Step> left = store.left(known.id());
    if (left.isEmpty()) {
      return;
    }
    store.goOn(known.id(), time.now());
    audit.record(
        "preset.go-on",
        "Term",
        known.term(),
        null,
        Json.write(Map.of("groups", left.stream().map(Step::code).toList())));
    runs.start(known.id(), access.current().login(), left);
  }

  private Run run(UUID link) {
    return store.run(link).orElseThrow(() -> new RegistrarException.NotFound("preset", link));
  }
}
