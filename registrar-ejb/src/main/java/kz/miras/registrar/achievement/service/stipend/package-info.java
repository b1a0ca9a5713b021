/** Lists of who may be paid a stipend after a session. */
package kz.miras.registrar.achievement.service.stipend;
