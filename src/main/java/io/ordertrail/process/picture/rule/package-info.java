/** The rules of drawing that keep a diagram readable, and where a page breaks them. */
package io.ordertrail.process.picture.rule;
