package kz.miras.registrar.achievement.service.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.achievement.recognition.RecognitionKind;
import kz.miras.registrar.achievement.service.DecidedRequests;
import kz.miras.registrar.shared.service.Due;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.student.service.StudentLists;

/** Requests to recognise credits as a list. */
@ApplicationScoped
public class RecognitionLists implements ListSource {

  private static final DecidedRequests REQUESTS = new DecidedRequests("r");

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "recognitions",
                Permissions.RECOGNITION_READ,
                "recognition r JOIN student s ON s.id = r.student_id JOIN programme p ON p.id ="
                    + " s.programme_id JOIN discipline d ON d.id = r.discipline_id WHERE 1 = 1",
                "r.uuid",
                REQUESTS.columns(
                    Column.text("discipline", "d.code"),
                    Column.number("credits", "d.credits"),
                    Column.choice(
                        "kind", "r.kind", "achievement.recognition.kind.", RecognitionKind.class),
                    Column.text("letter", "r.sign").unsearched(),
                    Column.text("organisation", "r.organisation"),
                    Column.text("document_no", "r.document_no"),
                    Column.text("order_no", "r.order_no")),
                REQUESTS.order(),
                "/achievement/recognition.xhtml?id={id}")
            .scoped(StudentLists.SCOPES));
  }

  @Override
  public List<Due> dues() {
    return List.of(REQUESTS.due("recognitions", Permissions.RECOGNITION_DECIDE));
  }
}
