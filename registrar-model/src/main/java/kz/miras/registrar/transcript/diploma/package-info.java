/**
 * Diplomas and their supplements: what the office enters, what stands against handing one out, what
 * the supplement prints.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>DIP-1 a diploma is issued within the days after the decision of the commission the rules
 *       set, 30 at most (O47 App. 17 п.29)
 *   <li>DIP-2 number and QR code come from the ministry; without both, or with any of our own, no
 *       diploma is approved (O47 App. 17 п.7, O595 п.49)
 *   <li>DIP-3 the number begins with the series of the kind of diploma, and the series fits the
 *       level (O47 App. 17 п.7)
 *   <li>DIP-4 a duplicate is made on an application: considered within 5 working days, issued
 *       within those the rules set, 15 at most, and stamped as one (O47 App. 16 п.22, 26, 40, 45)
 *   <li>DIP-5 numbers are asked for by who is named by order, and a number is given up by an act
 *       only (O47 App. 17 п.7, 17, 22)
 *   <li>DIP-6 where half of the disciplines or more were studied at a distance, the form of study
 *       says so (O47 App. 17 п.10)
 *   <li>DIP-7 a supplement tells the level of the national framework: 6, 7 or 8 (O47 App. 17 п.13)
 *   <li>DIP-8 what was studied over the plan enters the supplement on the graduate's application
 *       only (O47 App. 17 п.14)
 *   <li>DIP-9 a diploma is approved when all its supplement prints is known (O47 App. 17 п.13)
 *   <li>DIP-10 and when the study is complete: credits of the programme earned, no debt, final
 *       attestation passed (O595 п.48)
 *   <li>DIP-11 who drafted a diploma or gave it its number does not approve it
 *   <li>DIP-12 the office is told, on the desk and by a notice, of diplomas whose last day of
 *       issue, or of the ministry's month for their data, is within a week or has passed (O595
 *       п.24, O47 App. 17 п.29)
 * </ul>
 */
package kz.miras.registrar.transcript.diploma;
