package kz.miras.registrar.access.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The caller's own notices. */
@Stateless
@Guarded
@PermitAll
public class NoticeDesk {

  @Inject private Notices notices;
  @Inject private Access access;

  /** What the caller has not read yet, the newest first. */
  public List<Notices.Told> unread() {
    return notices.unread(access.current());
  }

  /** Puts one away; somebody else's stays. */
  public void read(long id) {
    if (id > 0) {
      notices.read(access.current(), id);
    }
  }

  /** Puts all of them away. */
  public void readAll() {
    notices.read(access.current(), 0);
  }
}
