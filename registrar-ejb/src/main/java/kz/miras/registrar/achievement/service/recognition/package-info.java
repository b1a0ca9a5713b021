/** Credits recognised from elsewhere: asked for on the card, decided by another, posted. */
package kz.miras.registrar.achievement.service.recognition;
