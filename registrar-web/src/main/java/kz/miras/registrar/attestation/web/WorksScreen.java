package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.service.room.WorkDesk;
import kz.miras.registrar.attestation.service.room.WorkDesk.Marked;
import kz.miras.registrar.attestation.service.room.WorksView;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Json;

/**
 * Coded works for whoever marks them: codes, and no names. Each mark is stored as it is typed, as
 * in a sheet.
 */
@Named("works")
@ViewScoped
public class WorksScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String COLUMN = "score";
  private static final Pattern SCORE = Pattern.compile("\\d{1,3}");

  @Inject private WorkDesk desk;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private transient WorksView view;

  /**
   * A mark as the browser sends it.
   *
   * @param row the code
   * @param before what the typist saw there; empty for nothing
   */
  public record Sent(String row, String text, String before) implements Serializable {

    Marked marked() {
      boolean seen = before != null && SCORE.matcher(before.strip()).matches();
      return new Marked(row, text, seen ? Integer.valueOf(before.strip()) : null);
    }
  }

  public WorksView getView() {
    if (view == null) {
      view = desk.view(id);
    }
    return view;
  }

  /** Stores the marks the browser sent and answers with what stands now. */
  public void store() {
    List<Sent> sent = List.of(Json.read(GridAnswer.sent(), Sent[].class));
    Map<String, Refusal> refused = desk.mark(id, sent.stream().map(Sent::marked).toList());
    view = null;
    List<Map<String, Object>> typed = new ArrayList<>();
    sent.forEach(
        one ->
            typed.add(
                GridAnswer.cell(
                    one.row(), COLUMN, refused.get(one.row()), 0, language.getLanguage())));
    Set<String> codes = sent.stream().map(Sent::row).collect(Collectors.toSet());
    GridAnswer.tell(
        typed,
        getView().lines().stream()
            .filter(line -> codes.contains(line.code()))
            .map(WorksScreen::standing)
            .toList(),
        getMissing());
  }

  private static Map<String, Object> standing(WorksView.Line line) {
    Map<String, Object> standing = new LinkedHashMap<>();
    standing.put("id", line.code());
    standing.put(COLUMN, line.score());
    standing.put("traditional", line.markedBy());
    standing.put("failed", false);
    return standing;
  }

  /** Works that have no mark yet. */
  public long getMissing() {
    return getView().lines().size() - getView().marked();
  }

  /** A refusal as a sentence. */
  public String text(Refusal refusal) {
    return notice.text(refusal);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
