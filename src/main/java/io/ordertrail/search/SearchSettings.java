package io.ordertrail.search;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the key of the search comes from.
 *
 * @param key in base64; when it is empty, the file has it
 * @param keyFile is made, readable by its owner alone, when there is none and the database needs no particular key
 */
@ConfigurationProperties("ordertrail.search")
record SearchSettings(String key, Path keyFile) {}
