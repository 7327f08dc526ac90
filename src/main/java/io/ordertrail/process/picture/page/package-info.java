/** What lies where on a page of a diagram: the process's own page, or the page of a collapsed sub-process. */
package io.ordertrail.process.picture.page;
