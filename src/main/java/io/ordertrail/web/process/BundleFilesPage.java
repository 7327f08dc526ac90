package io.ordertrail.web.process;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.ordertrail.process.bundle.BundleFiles;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.bundle.Upload;
import io.ordertrail.process.picture.PagePicture;
import io.ordertrail.refusal.Refusal;

/** Downloads of bundles, and the pictures of their diagrams. */
@Controller
class BundleFilesPage {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final Bundles bundles;
    private final BundleFiles files;

    BundleFilesPage(Bundles bundles, BundleFiles files) {
        this.bundles = bundles;
        this.files = files;
    }

    @GetMapping("/process/bundles/{number}/files")
    ResponseEntity<byte[]> all(@PathVariable long number) {
        return download("bundle-" + number + ".zip", ZIP, Upload.zip(files.of(bundles.get(number))));
    }

    @GetMapping("/process/bundles/{number}/files/{name}")
    ResponseEntity<byte[]> one(@PathVariable long number, @PathVariable String name) {
        return download(name, MediaType.APPLICATION_OCTET_STREAM, files.of(bundles.get(number), name));
    }

    @GetMapping("/process/bundles/{number}/pictures/{name}")
    ResponseEntity<byte[]> picture(
            @PathVariable long number, @PathVariable String name, @RequestParam(defaultValue = "") String page) {
        var svg = PagePicture.of(files.of(bundles.get(number), name)).stream()
                .filter(picture -> picture.key().equals(page))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.UNKNOWN, "bundle.file.unknown", String.valueOf(number), name + " " + page))
                .svg();
        return ResponseEntity.ok().contentType(SVG).body(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> download(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
