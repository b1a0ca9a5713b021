package kz.miras.registrar.attestation.service.room;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.amend.SheetFrames;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/** The papers of an exam room: lists for the door and the table, slips of codes, acts. */
@Stateless
@Guarded
public class RoomFile {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  @Inject private SheetAccess whose;
  @Inject private Rooms rooms;
  @Inject private WorkRecords works;
  @Inject private IncidentQueries incidents;
  @Inject private RoomRecords records;
  @Inject private SheetFrames frames;
  @Inject private PdfRenderer renderer;
  @Inject private Settings settings;
  @Inject private Access access;
  @Inject private AuditTrail trail;
  @Inject private UniversityTime time;

  /** A code with its student, as a slip says it. */
  public record Slip(String code, String student, String studentNo) {}

  /** EXM-6. The list of the admitted, and who is not and why. */
  @RolesAllowed(Permissions.EXAM_ROOM_READ)
  public byte[] admitted(String id, Language language) {
    return room("room-admitted", id, language);
  }

  /** EXR-1. The attendance list, with a column for the document seen and one for the signature. */
  @RolesAllowed(Permissions.EXAM_ROOM_READ)
  public byte[] attendance(String id, Language language) {
    return room("room-attendance", id, language);
  }

  private byte[] room(String template, String id, Language language) {
    Sheet sheet = whose.room(id);
    Map<String, Object> model = model(settings.localized("name", time.today()), time.today());
    model.put("r", rooms.view(sheet));
    model.put("programmes", frames.of(sheet).programmes());
    return renderer.render(template, language, model);
  }

  /**
   * EXR-4. Slips of codes, one half for the work and one with the name for the office. That they
   * were seen is written down: whoever sees them marks none of the works (EXR-5).
   *
   * @throws RegistrarException.Refused where the caller has the sheet, or has marked a work
   */
  @RolesAllowed(Permissions.EXAM_ROOM_PREPARE)
  public byte[] codes(String id, Language language) {
    Sheet sheet = whose.room(id);
    whose.require(Permissions.EXAM_ROOM_PREPARE, sheet);
    refuse(rooms.duty(sheet));
    List<WorkRecords.Owned> all = works.owned(sheet.getId());
    if (all.isEmpty()) {
      throw new RegistrarException.NotFound("work-coding", id);
    }
    String me = access.current().login();
    refuse(works.coding(sheet.getId()).shows(me));
    works.log(sheet.getId(), WorkRecords.Act.SEEN, all.size(), me, time.now());
    trail.record(
        "work.seen", "Sheet", sheet.getId(), null, Json.write(Map.of("works", all.size())));
    Map<Long, RoomFacts.Person> people = records.of(sheet.getId()).people();
    List<Slip> slips = new ArrayList<>();
    for (WorkRecords.Owned one : all) {
      RoomFacts.Person person = people.get(one.student());
      if (person != null) {
        slips.add(new Slip(one.work().code(), person.name(), person.number()));
      }
    }
    slips.sort(Comparator.comparing(Slip::student));
    Map<String, Object> model = model(settings.localized("name", time.today()), time.today());
    model.put("h", rooms.head(sheet));
    model.put("slips", slips);
    return renderer.render("room-codes", language, model);
  }

  /** EXR-7. An act. */
  @RolesAllowed(Permissions.EXAM_ROOM_READ)
  public byte[] act(String id, Language language) {
    return renderer.render(
        "room-act",
        language,
        act(
            incidents.view(id),
            settings.localized("name", time.today()),
            time.today(),
            time.zone()));
  }

  /** What the template of an act shows. */
  static Map<String, Object> act(
      IncidentView view, LocalizedText university, LocalDate today, ZoneId zone) {
    Map<String, Object> model = model(university, today);
    model.put("i", view);
    model.put("h", view.room());
    model.put("at", view.occurredAt().atZone(zone).format(MOMENT));
    model.put("drawn", view.registeredAt().atZone(zone).format(MOMENT));
    return model;
  }

  static Map<String, Object> model(LocalizedText university, LocalDate today) {
    Map<String, Object> model = new HashMap<>();
    model.put("university", university);
    model.put("printed", today);
    return model;
  }
}
