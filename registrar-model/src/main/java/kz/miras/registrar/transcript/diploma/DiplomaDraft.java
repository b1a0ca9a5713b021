package kz.miras.registrar.transcript.diploma;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.shared.LocalizedText;

/**
 * What a diploma and its supplement print beside the person and the results.
 *
 * @param qualification degree or qualification awarded
 * @param protocol number of the commission's protocol
 * @param decidedOn day of its decision
 * @param topic of the thesis or project; null where none was defended
 * @param thesisCode discipline of the final attestation that was the defence; null for the last of
 *     them
 * @param previous document of previous education; null where it is not known
 * @param entrance entrance examinations; null where they are not known
 * @param atDistance number of disciplines studied at a distance
 * @param application number and day of the application to print what is over the plan; null for
 *     none (DIP-8)
 * @param number from the ministry; null before it came
 * @param qrText what the ministry's QR code says; null before it came
 * @param duplicateOf number of the diploma it takes the place of; null for none
 */
public record DiplomaDraft(
    DiplomaSeries series,
    LocalizedText qualification,
    String protocol,
    LocalDate decidedOn,
    LocalizedText topic,
    String thesisCode,
    LocalizedText previous,
    LocalizedText entrance,
    int atDistance,
    String application,
    String number,
    String qrText,
    String duplicateOf)
    implements Serializable {}
