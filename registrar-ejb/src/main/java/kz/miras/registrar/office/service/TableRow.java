package kz.miras.registrar.office.service;

import java.util.Map;

/**
 * A row of a file.
 *
 * @param number its number in the file, as the spreadsheet shows it
 * @param values texts by heading or, once the headings are known, by field
 * @param problems message codes of cells that hold no value, a formula for one; by heading or field
 */
record TableRow(int number, Map<String, String> values, Map<String, String> problems) {}
