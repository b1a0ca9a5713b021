package kz.miras.registrar.access.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.RoomFigures;
import kz.miras.registrar.access.RoomMode;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/** The figures of the waiting room among the dated settings of the university. */
@ApplicationScoped
class RoomSettings {

  private static final Logger LOG = Logger.getLogger(RoomSettings.class.getName());

  private static final String MODE = "waiting-room.mode";
  private static final String CAP = "waiting-room.cap-per-minute";
  private static final String SHARE = "waiting-room.share-percent";
  private static final String SPARE = "waiting-room.spare";
  private static final String TURN = "waiting-room.turn-seconds";
  private static final String BACK = "waiting-room.back-seconds";

  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** Those in force today; the usual ones where what is stored makes no sense. */
  RoomFigures read() {
    try {
      RoomFigures figures = stored();
      if (figures.sound().isAllowed()) {
        return figures;
      }
    } catch (IllegalArgumentException e) {
      LOG.log(Level.WARNING, "Settings of the waiting room cannot be understood", e);
    }
    return RoomFigures.USUAL;
  }

  private RoomFigures stored() {
    LocalDate today = time.today();
    RoomFigures usual = RoomFigures.USUAL;
    return new RoomFigures(
        RoomMode.valueOf(settings.text(MODE, today, usual.mode().name())),
        number(CAP, today, usual.capPerMinute()),
        number(SHARE, today, usual.sharePercent()),
        number(SPARE, today, usual.spare()),
        number(TURN, today, usual.turnSeconds()),
        number(BACK, today, usual.backSeconds()));
  }

  private int number(String code, LocalDate day, int usual) {
    return Integer.parseInt(settings.text(code, day, String.valueOf(usual)));
  }

  /** Figures as they are stored, by code. */
  static Map<String, String> values(RoomFigures figures) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(MODE, figures.mode().name());
    values.put(CAP, String.valueOf(figures.capPerMinute()));
    values.put(SHARE, String.valueOf(figures.sharePercent()));
    values.put(SPARE, String.valueOf(figures.spare()));
    values.put(TURN, String.valueOf(figures.turnSeconds()));
    values.put(BACK, String.valueOf(figures.backSeconds()));
    return values;
  }
}
