/** Writes SVG, and knows how much room text takes, without fonts of the machine. */
package io.ordertrail.process.picture.svg;
