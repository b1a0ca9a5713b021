package kz.miras.registrar.attestation.web;

import jakarta.faces.context.FacesContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Messages;
import org.primefaces.PrimeFaces;

/** What a grid sends when cells are typed, and what it is answered. */
final class GridAnswer {

  private static final String CONFLICT = "SHT-1";
  private static final String GONE = "SHT-30";

  private GridAnswer() {}

  /** The cells the browser has sent, as JSON. */
  static String sent() {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .get("cells");
  }

  /**
   * What became of a cell.
   *
   * @param row key of its row
   * @param refusal why it was not stored; null where it was
   * @param version of the row now
   */
  static Map<String, Object> cell(
      Object row, String column, Refusal refusal, int version, Language language) {
    Map<String, Object> cell = new LinkedHashMap<>();
    cell.put("row", row);
    cell.put("column", column);
    cell.put("version", version);
    cell.put("problem", refusal == null ? "" : Messages.text(language, refusal));
    cell.put("conflict", refusal != null && refusal.rule().equals(CONFLICT));
    cell.put("gone", refusal != null && refusal.rule().equals(GONE));
    return cell;
  }

  /**
   * Tells the browser.
   *
   * @param typed the cells
   * @param rows what stands now in the rows they are of
   * @param missing how many rows are still open
   */
  static void tell(List<Map<String, Object>> typed, List<Map<String, Object>> rows, long missing) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("typed", typed);
    answer.put("rows", rows);
    answer.put("missing", missing);
    PrimeFaces.current().ajax().addCallbackParam("answer", Json.write(answer));
  }
}
