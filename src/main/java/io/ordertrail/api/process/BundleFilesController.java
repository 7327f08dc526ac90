package io.ordertrail.api.process;

import java.io.IOException;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import io.ordertrail.process.bundle.BundleDifferences;
import io.ordertrail.process.bundle.BundleFiles;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.bundle.CheckBundle;
import io.ordertrail.process.bundle.DraftBundle;
import io.ordertrail.process.bundle.Upload;
import io.ordertrail.transaction.RetryOnContention;

@RestController
@RequestMapping("/api/process/bundles")
@Tag(name = "Process")
class BundleFilesController {

    private static final String ZIP = "application/zip";

    private final Bundles bundles;
    private final BundleFiles files;
    private final BundleDifferences differences;
    private final DraftBundle draftBundle;

    BundleFilesController(Bundles bundles, BundleFiles files, BundleDifferences differences, DraftBundle draftBundle) {
        this.bundles = bundles;
        this.files = files;
        this.differences = differences;
        this.draftBundle = draftBundle;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @RetryOnContention
    @Operation(
            summary = "Upload files as a draft",
            description =
                    "Diagrams (.bpmn), tables (.dmn), forms (.form), deadlines.properties, or a zip of them. What is"
                            + " not in the upload comes from the bundle in force, or from the bundle of the parameter"
                            + " base.")
    ResponseEntity<BundleView> uploadBundle(
            @RequestParam List<MultipartFile> files,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) Long base)
            throws IOException {
        var upload = Upload.empty();
        for (var file : files) {
            upload.add(String.valueOf(file.getOriginalFilename()), file.getBytes());
        }
        var draft = draftBundle.upload(upload.orRefuse().files(), note, base);
        return ResponseEntity.created(BundlesController.address(draft))
                .body(BundleView.of(
                        draft, differences.of(draft), CheckBundle.last(draft).orElse(null)));
    }

    @GetMapping(path = "/{number}/files", produces = ZIP)
    @Operation(summary = "Download all files of a bundle as a zip")
    byte[] downloadBundle(@PathVariable long number) {
        return Upload.zip(files.of(bundles.get(number)));
    }

    @GetMapping(path = "/{number}/files/{name}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Download a file of a bundle")
    byte[] downloadFile(@PathVariable long number, @PathVariable String name) {
        return files.of(bundles.get(number), name);
    }
}
