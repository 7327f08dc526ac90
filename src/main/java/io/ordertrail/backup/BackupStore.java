package io.ordertrail.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

import io.ordertrail.keyring.OwnFile;

/** Copies of backups in a store that speaks S3. A copy that is not whole yet is not in its list. */
final class BackupStore implements AutoCloseable {

    /** A file that is longer goes in parts of this size: the store takes ten thousand of them. */
    private static final int PART = 64 * 1024 * 1024;

    private static final String PART_NAME = ".part";

    private final BackupStoreSettings settings;
    private final S3Client store;
    private final int part;

    BackupStore(BackupStoreSettings settings) {
        this(settings, PART);
    }

    BackupStore(BackupStoreSettings settings, int part) {
        this.settings = settings;
        this.part = part;
        this.store = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(settings.region()))
                .endpointOverride(settings.endpoint())
                .forcePathStyle(settings.pathStyle())
                // a plain body: not every store understands Amazon's chunks
                .serviceConfiguration(bodies -> bodies.chunkedEncodingEnabled(false))
                .credentialsProvider(credentials(settings))
                // other stores than Amazon's do not know the newer checksums
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
    }

    private static AwsCredentialsProvider credentials(BackupStoreSettings settings) {
        return settings.accessKey().isBlank()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    /** Copies a backup, and its checksum before it. */
    void put(Path backup) throws IOException {
        var checksum = BackupFolder.checksumOf(backup);
        try {
            putWhole(checksum);
            if (Files.size(backup) <= part) {
                putWhole(backup);
            } else {
                putInParts(backup);
            }
        } catch (SdkException e) {
            throw failed("takes no copy of " + backup.getFileName(), e);
        }
    }

    private void putWhole(Path file) {
        store.putObject(to -> to.bucket(settings.bucket()).key(key(file)), RequestBody.fromFile(file));
    }

    private void putInParts(Path file) throws IOException {
        var upload = store.createMultipartUpload(
                        to -> to.bucket(settings.bucket()).key(key(file)))
                .uploadId();
        try {
            var parts = parts(file, upload);
            store.completeMultipartUpload(to -> to.bucket(settings.bucket())
                    .key(key(file))
                    .uploadId(upload)
                    .multipartUpload(all -> all.parts(parts)));
        } catch (IOException | SdkException e) {
            store.abortMultipartUpload(
                    to -> to.bucket(settings.bucket()).key(key(file)).uploadId(upload));
            throw e;
        }
    }

    private List<CompletedPart> parts(Path file, String upload) throws IOException {
        var parts = new ArrayList<CompletedPart>();
        try (var content = Files.newInputStream(file)) {
            for (var bytes = content.readNBytes(part); bytes.length > 0; bytes = content.readNBytes(part)) {
                var number = parts.size() + 1;
                var taken = store.uploadPart(
                        to -> to.bucket(settings.bucket())
                                .key(key(file))
                                .uploadId(upload)
                                .partNumber(number),
                        RequestBody.fromBytes(bytes));
                parts.add(CompletedPart.builder()
                        .partNumber(number)
                        .eTag(taken.eTag())
                        .build());
            }
        }
        return parts;
    }

    /** The names of all whole backups by their time. */
    SortedMap<Instant, String> all() throws IOException {
        try {
            var found = new TreeMap<Instant, String>();
            store.listObjectsV2Paginator(of -> of.bucket(settings.bucket()).prefix(settings.prefix()))
                    .contents()
                    .forEach(one -> {
                        var name = one.key().substring(settings.prefix().length());
                        BackupFolder.timeOf(name).ifPresent(at -> found.put(at, name));
                    });
            return found;
        } catch (SdkException e) {
            throw failed("does not tell what it has", e);
        }
    }

    Optional<Instant> newest() throws IOException {
        var all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.lastKey());
    }

    /** Fetches a backup into a folder. Until it is whole, it has another name. */
    Path fetch(Instant at, Path folder) throws IOException {
        var name = BackupFolder.name(at);
        var fetched = OwnFile.folder(folder).resolve(name + PART_NAME);
        Files.deleteIfExists(fetched);
        try (var content = store.getObject(of -> of.bucket(settings.bucket()).key(settings.prefix() + name));
                var out = Files.newOutputStream(OwnFile.create(fetched))) {
            content.transferTo(out);
        } catch (SdkException e) {
            throw failed("does not give " + name, e);
        }
        return Files.move(fetched, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what the rule does not keep. */
    void tidy(KeepRule rule) throws IOException {
        var all = all();
        var kept = rule.kept(all.keySet());
        try {
            all.forEach((at, name) -> {
                if (!kept.contains(at)) {
                    remove(name);
                    remove(name + BackupFolder.CHECKSUM);
                }
            });
        } catch (SdkException e) {
            throw failed("does not remove what is not kept", e);
        }
    }

    private void remove(String name) {
        store.deleteObject(one -> one.bucket(settings.bucket()).key(settings.prefix() + name));
    }

    private String key(Path file) {
        return settings.prefix() + file.getFileName();
    }

    private IOException failed(String what, SdkException why) {
        return new IOException("the " + settings + " " + what + ": " + why.getMessage(), why);
    }

    @Override
    public void close() {
        store.close();
    }
}
