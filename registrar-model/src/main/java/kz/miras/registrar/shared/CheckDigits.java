package kz.miras.registrar.shared;

/**
 * ID-2. The check digit shared by ИИН and БИН: digits weighted 1 to 11, remainder by 11; at
 * remainder 10 once more with weights 3 to 11, 1, 2; at 10 again the number is never issued.
 */
final class CheckDigits {

  private static final int[] FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  private static final int[] SECOND = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

  private CheckDigits() {}

  /** True for exactly twelve ASCII digits. */
  static boolean wellFormed(String text) {
    return text != null && text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Does the twelfth digit follow from the first eleven? */
  static boolean hold(String digits) {
    int check = remainder(digits, FIRST);
    if (check == 10) {
      check = remainder(digits, SECOND);
    }
    return check == digits.charAt(11) - '0';
  }

  private static int remainder(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum % 11;
  }
}
