package kz.miras.registrar.office.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.shared.service.ListView;

/** Where a row of a list leads whoever sees it: to its own page, never where they may not go. */
@RequestScoped
public class RowLinks {

  private static final String FORM = "/office/record.xhtml";
  private static final String STUDENTS = "/office/list.xhtml?list=students&f.group={id}";

  @Inject private RecordDesk records;
  @Inject private May may;

  private final Map<String, Boolean> asked = new HashMap<>();

  /** Whether the caller may add or change records of this list by a form. */
  boolean isWritable(String list) {
    return asked.computeIfAbsent(list, records::may);
  }

  /**
   * Address of a row's page; null where it has none, or only a form the caller may not use. A group
   * then leads to its students.
   */
  String of(ListView view, String id) {
    String link = view.link();
    if (link != null && link.startsWith(FORM) && !isWritable(view.code())) {
      boolean students = view.code().equals("groups") && may.can(Permissions.STUDENT_READ);
      link = students ? STUDENTS : null;
    }
    return link == null ? null : filled(link, id);
  }

  /** With {@code {id}}, or with {@code {id.1}} and so on where tabs divide a key into parts. */
  private static String filled(String link, String id) {
    String filled = link.replace("{id}", encoded(id));
    String[] parts = id.split("\t");
    for (int i = 0; i < parts.length; i++) {
      filled = filled.replace("{id." + (i + 1) + "}", encoded(parts[i]));
    }
    return filled;
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }
}
