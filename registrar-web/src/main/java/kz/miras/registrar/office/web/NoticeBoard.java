package kz.miras.registrar.office.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.service.NoticeDesk;
import kz.miras.registrar.access.service.Notices.Told;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.office.service.ListQueries;

/** What has been told to the caller and waits to be read. */
@Named("board")
@RequestScoped
public class NoticeBoard {

  private static final Pattern LIST =
      Pattern.compile("/office/list\\.xhtml\\?list=([a-z-]+)(&.*)?");

  @Inject private NoticeDesk desk;
  @Inject private ListQueries lists;
  @Inject private Words words;

  private List<Told> unread;

  public List<Told> getUnread() {
    if (unread == null) {
      unread = desk.unread();
    }
    return unread;
  }

  /** A notice in the reader's language. */
  public String text(Told told) {
    return words.of(told.code(), told.args().toArray());
  }

  /**
   * The page a notice leads to; null for none, and for a list the reader has no right to: whoever
   * advises students may be told of them before an account has the rights of an adviser.
   */
  public String link(Told told) {
    if (told.link() == null) {
      return null;
    }
    Matcher list = LIST.matcher(told.link());
    return list.matches() && !lists.isVisible(list.group(1)) ? null : told.link();
  }

  /** Puts one away. */
  public void read(long id) {
    desk.read(id);
    unread = null;
  }

  /** Puts all away. */
  public void readAll() {
    desk.readAll();
    unread = null;
  }
}
