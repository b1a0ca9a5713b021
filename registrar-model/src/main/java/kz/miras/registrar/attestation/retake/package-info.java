/**
 * The right to retake an exam after FX, its slip, and individual exam schedules.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>FXR-1 the right of an FX retake lasts to the end of the student's FX window of the
 *       calendar, of several the narrowest (O152 п.36)
 * </ul>
 */
package kz.miras.registrar.attestation.retake;
