/** Draws the pages of a diagram as pictures, from the diagram alone. */
package io.ordertrail.process.picture;
