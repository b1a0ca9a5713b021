/** The shape of the product: who may know whom, and the habits every file keeps. */
package kz.miras.registrar.structure;
