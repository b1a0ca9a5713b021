package kz.miras.registrar.office.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.miras.registrar.access.service.NoticeDesk;
import kz.miras.registrar.access.service.Notices.Told;
import kz.miras.registrar.frame.web.Words;

/** What has been told to the caller and waits to be read. */
@Named("board")
@RequestScoped
public class NoticeBoard {

  @Inject private NoticeDesk desk;
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
