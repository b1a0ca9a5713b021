package kz.miras.registrar.office.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.office.service.DeskQueries;
import kz.miras.registrar.office.service.DeskQueries.Found;
import kz.miras.registrar.office.service.ListQueries.Row;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;

/** The search of the bar: one box over every list the caller may read. */
@Named("search")
@RequestScoped
public class Search {

  private static final int MOST = 6;
  private static final int SHORTEST = 2;
  private static final int COLUMNS = 5;

  @Inject private DeskQueries queries;
  @Inject private LanguageChoice language;
  @Inject private RowLinks links;

  private String text;
  private List<Group> groups = List.of();

  /**
   * One hit.
   *
   * @param title first column
   * @param cells the next columns
   * @param link address of its page; null where it has none
   */
  public record Hit(String title, List<String> cells, String link) {}

  /**
   * The hits of one list.
   *
   * @param code the list
   * @param total how many there are
   * @param hits the first of them
   */
  public record Group(String code, long total, List<Hit> hits) {}

  /** Looks; a single hit is opened at once. */
  public void load() throws IOException {
    text = text == null ? "" : text.strip();
    if (isTooShort()) {
      return;
    }
    groups = queries.find(text, MOST).stream().map(this::group).toList();
    if (groups.size() == 1 && groups.get(0).total() == 1) {
      String link = groups.get(0).hits().get(0).link();
      if (link != null) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces
            .getExternalContext()
            .redirect(faces.getExternalContext().getRequestContextPath() + link);
        faces.responseComplete();
      }
    }
  }

  private Group group(Found found) {
    return new Group(
        found.view().code(),
        found.total(),
        found.rows().stream().map(row -> hit(found.view(), row)).toList());
  }

  private Hit hit(ListView view, Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < view.columns().size() && cells.size() < COLUMNS; i++) {
      Column column = view.columns().get(i);
      if (ListRows.shownFirst(view, column, language.getTag())) {
        cells.add(ListRows.shown(column, row.values().get(i), language.getLanguage()));
      }
    }
    String title = cells.get(0).isEmpty() ? "—" : cells.get(0);
    return new Hit(title, List.copyOf(cells.subList(1, cells.size())), links.of(view, row.id()));
  }

  /** Address of all hits of a list. */
  public String all(Group group) {
    return "/office/list.xhtml?list="
        + group.code()
        + "&q="
        + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public boolean isTooShort() {
    return text == null || text.length() < SHORTEST;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public List<Group> getGroups() {
    return groups;
  }
}
