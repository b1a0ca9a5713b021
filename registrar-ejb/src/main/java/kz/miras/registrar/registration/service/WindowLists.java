package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.registration.WindowStatus;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** Windows of registration as a list. */
@ApplicationScoped
public class WindowLists implements ListSource {

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
            "windows",
            Permissions.WINDOW_READ,
            "registration_window w JOIN term t ON t.id = w.term_id LEFT JOIN programme p ON p.id ="
                + " w.programme_id WHERE 1 = 1",
            "w.uuid",
            List.of(
                Column.text("term", "t.code"),
                Column.choice("kind", "w.kind", "registration.window.kind.", WindowKind.class),
                Column.choice("level", "w.level", "curriculum.level.", Level.class),
                Column.text("programme", "p.code"),
                Column.number("course_year", "w.course_year"),
                Column.flag("off", "w.off"),
                Column.moment("opens", "w.opens_at"),
                Column.moment("closes", "w.closes_at"),
                Column.number("waves", "w.waves"),
                Column.choice(
                    "status", "w.status", "registration.window.status.", WindowStatus.class),
                Column.text("prepared_by", "w.prepared_by").unsearched().hidden(),
                Column.text("approved_by", "w.approved_by").unsearched().hidden()),
            "t.starts_on DESC, w.opens_at, w.kind",
            "/registration/window.xhtml?id={id}"));
  }

  @Override
  public List<Due> dues() {
    return List.of(
        new Due(
            "windows",
            "to-approve",
            Permissions.WINDOW_APPROVE,
            Due.Urgency.DUE,
            "w.status = 'PREPARED' AND t.ends_on >= university_today()"),
        new Due(
            "windows",
            "not-approved",
            Permissions.WINDOW_EDIT,
            Due.Urgency.NOTE,
            "w.status = 'PREPARED' AND t.ends_on >= university_today()"));
  }
}
