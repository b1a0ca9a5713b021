package kz.miras.registrar.local;

/** What a person sees when the local server is ready. */
final class Banner {

  private Banner() {}

  static String text(String url, boolean demo, String data) {
    StringBuilder text = new StringBuilder();
    String line = "=".repeat(78);
    text.append('\n').append(line).append('\n');
    text.append("  Registrar is ready.   Ctrl-C stops it; data stay in ")
        .append(data)
        .append("\n\n");
    text.append("  Screens        ").append(url).append("/\n");
    text.append("  Verification   ").append(url).append("/verify\n");
    text.append("  REST           ").append(url).append("/api/v1/\n");
    text.append("  SOAP           ").append(url).append("/api/soap/transcript/v1?wsdl\n");
    text.append("                 ").append(url).append("/api/soap/verification/v1?wsdl\n");
    if (demo) {
      text.append("\n  Demonstration accounts (password of each: its name followed by -Demo1):\n");
      text.append("    director  deputy  senior  specialist  junior  rector  vicerector\n");
      text.append(
          "    dean  teacher  adviser  student  accounting  auditor  admin  (subsystems: lms, partner)\n");
    } else {
      text.append(
          "\n  No demonstration data. The first administrator is 'admin'; the password is\n");
      text.append("  the one given in REGISTRAR_ADMIN_PASSWORD at the first start.\n");
    }
    return text.append(line).append('\n').toString();
  }
}
