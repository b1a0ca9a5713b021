/** The frame around every screen: sign-in, navigation, language, errors, headers. */
package kz.miras.registrar.frame.web;
