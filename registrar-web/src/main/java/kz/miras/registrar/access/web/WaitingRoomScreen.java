package kz.miras.registrar.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import kz.miras.registrar.access.RoomFigures;
import kz.miras.registrar.access.RoomMode;
import kz.miras.registrar.access.service.WaitingRoomDesk;
import kz.miras.registrar.access.service.WaitingRoomDesk.RoomView;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Verdict;

/** How it looks in the waiting room, and the figures it is steered by. */
@Named("waitingRoom")
@RequestScoped
public class WaitingRoomScreen {

  @Inject private WaitingRoomDesk desk;
  @Inject private Notice notice;

  private RoomView view;
  private Map<String, String> problems = Map.of();
  private RoomMode mode;
  private Integer cap;
  private Integer share;
  private Integer spare;
  private Integer turn;
  private Integer back;

  /** Shows the figures in force. */
  public void load() {
    RoomFigures figures = getView().figures();
    mode = figures.mode();
    cap = figures.capPerMinute();
    share = figures.sharePercent();
    spare = figures.spare();
    turn = figures.turnSeconds();
    back = figures.backSeconds();
  }

  /** Puts the typed figures in force. */
  public String save() {
    Verdict verdict =
        desk.steer(
            new RoomFigures(
                mode, figure(cap), figure(share), figure(spare), figure(turn), figure(back)));
    problems = notice.show(verdict);
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done("access.waiting-room.saved");
    return "/access/waiting-room.xhtml?faces-redirect=true";
  }

  /** What was left empty is refused like a figure out of its bounds. */
  private static int figure(Integer typed) {
    return typed == null ? -1 : typed;
  }

  public RoomView getView() {
    if (view == null) {
      view = desk.view();
    }
    return view;
  }

  /** Key of the word for how it looks. */
  public String getLooks() {
    return getView().figures().mode() == RoomMode.OFF
        ? "access.waiting-room.off"
        : getView().state().waiting() > 0
            ? "access.waiting-room.busy"
            : "access.waiting-room.quiet";
  }

  /** People a minute. */
  public long getPerMinute() {
    return Math.round(getView().state().perSecond() * 60);
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public RoomMode[] getModes() {
    return RoomMode.values();
  }

  public RoomMode getMode() {
    return mode;
  }

  public void setMode(RoomMode mode) {
    this.mode = mode;
  }

  public Integer getCap() {
    return cap;
  }

  public void setCap(Integer cap) {
    this.cap = cap;
  }

  public Integer getShare() {
    return share;
  }

  public void setShare(Integer share) {
    this.share = share;
  }

  public Integer getSpare() {
    return spare;
  }

  public void setSpare(Integer spare) {
    this.spare = spare;
  }

  public Integer getTurn() {
    return turn;
  }

  public void setTurn(Integer turn) {
    this.turn = turn;
  }

  public Integer getBack() {
    return back;
  }

  public void setBack(Integer back) {
    this.back = back;
  }
}
