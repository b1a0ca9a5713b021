/** Results over REST. */
package kz.miras.registrar.achievement.ws;
