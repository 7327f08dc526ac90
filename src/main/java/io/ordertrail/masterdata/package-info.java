/** What all kinds of master data (products, customers, sites) have in common: they are found by a code and saved as a whole. */
package io.ordertrail.masterdata;
