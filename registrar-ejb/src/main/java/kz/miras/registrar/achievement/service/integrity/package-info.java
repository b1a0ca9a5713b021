/** The monthly report of unusual sheets and changes, and what the office remarks on it. */
package kz.miras.registrar.achievement.service.integrity;
