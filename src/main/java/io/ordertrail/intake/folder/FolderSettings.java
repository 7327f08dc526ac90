package io.ordertrail.intake.folder;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.ordertrail.intake.record.RecordKind;

/**
 * Where files are watched for.
 *
 * @param folder whose folders are the sources; empty for none
 * @param quiet how long a file has not changed when it counts as complete
 * @param language of the answers
 * @param contents what the files of a source hold where these are no orders, by the source
 * @param owners who is told when a file of a source fails, by the source: the name of a person, or a mail address
 */
@ConfigurationProperties("ordertrail.watched-folders")
public record FolderSettings(
        @DefaultValue("") String folder,
        @DefaultValue("10s") Duration quiet,
        @DefaultValue("en") Locale language,
        @DefaultValue Map<String, RecordKind> contents,
        @DefaultValue Map<String, String> owners) {

    public boolean on() {
        return !folder.isBlank();
    }

    /** Sales, unless the source has an owner of its own. */
    public String owner(String source) {
        return owners.getOrDefault(source, "sales");
    }
}
