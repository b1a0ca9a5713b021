package kz.miras.registrar.shared.service;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Warnings of the PDF library in the server's own log, under their own level: by itself the library
 * prints all it does to the console, where the server takes it for errors.
 */
final class PdfLog implements XRLogger {

  private static final Logger LOG = Logger.getLogger("com.openhtmltopdf");

  @Override
  public void log(String where, Level level, String message) {
    log(where, level, message, null);
  }

  @Override
  public void log(String where, Level level, String message, Throwable cause) {
    if (isWorthTelling(level)) {
      LOG.log(level, message, cause);
    }
  }

  @Override
  public void setLevel(String where, Level level) {
    // the server's log configuration decides
  }

  @Override
  public boolean isLogLevelEnabled(Diagnostic diagnostic) {
    return isWorthTelling(diagnostic.getLevel());
  }

  private static boolean isWorthTelling(Level level) {
    return level.intValue() >= Level.WARNING.intValue() && LOG.isLoggable(level);
  }
}
