package io.ordertrail.web.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.ordertrail.journey.JourneyTest;
import io.ordertrail.process.bundle.Bundle;
import io.ordertrail.process.bundle.BundleFiles;
import io.ordertrail.process.bundle.Bundles;
import io.ordertrail.process.bundle.ForceBundle;
import io.ordertrail.process.check.ShippedFiles;
import io.ordertrail.process.outcome.BundleOutcome;

/** The pages on which process owners change what orders follow. */
@JourneyTest
class ProcessPagesTest {

    private static final String ORDER = "order-fulfilment.bpmn";
    private static final String CHECKS = "order-checks.dmn";

    @Autowired
    MockMvc browser;

    @Autowired
    Bundles bundles;

    @Autowired
    BundleFiles files;

    @Autowired
    ForceBundle forceBundle;

    @Autowired
    BundleOutcome outcome;

    @AfterEach
    void what_was_put_in_force_is_taken_back() {
        for (var bundle = inForce(); bundle.author().equals("olga"); bundle = inForce()) {
            forceBundle.takeBack(bundle.number());
        }
    }

    @Test
    void the_overview_shows_what_is_in_force_its_pictures_and_all_bundles() throws Exception {
        browser.perform(asOwner(get("/process")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Bundle " + inForce().number()),
                                containsString("/pictures/" + ORDER),
                                containsString("name=\"files\""))));
        browser.perform(asOwner(
                        get("/process/bundles/{n}/pictures/{file}", inForce().number(), ORDER)))
                .andExpect(content().contentType("image/svg+xml"))
                .andExpect(content().string(containsString("Review order")));
        browser.perform(asOwner(
                        get("/process/bundles/{n}/pictures/{file}", inForce().number(), "no.bpmn")))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_manager_looks_and_changes_nothing() throws Exception {
        browser.perform(get("/process").with(manager()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("name=\"files\""))));
        browser.perform(get("/process/bundles/1").with(manager()))
                .andExpect(content().string(not(containsString("/check\""))));
        browser.perform(get("/process/deadlines").with(manager())).andExpect(status().isOk());
        browser.perform(post("/process/bundles/1/force").with(manager()).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_mistake_is_shown_at_its_element_and_the_mended_files_come_into_force_and_back() throws Exception {
        var wrong = upload(ORDER, text(ORDER).replace("${checkOrderDelegate}", "${chekOrderDelegate}"), null);
        browser.perform(asOwner(get(wrong)))
                .andExpect(content()
                        .string(allOf(
                                containsString("chekOrderDelegate"),
                                containsString("Check order"),
                                not(containsString("/force\"")))));
        var before = inForce().number();
        browser.perform(asOwner(post(wrong + "/force")))
                .andExpect(flash().attribute("refusal", containsString("keep")));
        assertThat(inForce().number()).isEqualTo(before);

        var mended = upload(ORDER, text(ORDER).replace("\"Order rejected\"", "\"Order refused\""), number(wrong));
        browser.perform(asOwner(get(mended)))
                .andExpect(content()
                        .string(allOf(
                                containsString("/force\""),
                                containsString("“Order rejected” renamed to “Order refused”"))));
        browser.perform(asOwner(post(mended + "/force").param("seen", before.toString())))
                .andExpect(redirectedUrl(mended))
                .andExpect(flash().attribute("said", containsString("is in force")));
        assertThat(inForce().number()).isEqualTo(number(mended));
        browser.perform(asOwner(get(mended))).andExpect(content().string(containsString("/take-back\"")));

        browser.perform(asOwner(post(mended + "/take-back")))
                .andExpect(flash().attribute("said", containsString("Bundle " + before + " is in force again")));
        assertThat(inForce().number()).isEqualTo(before);
    }

    @Test
    void managers_are_told_for_an_hour_and_the_page_compares_the_orders() throws Exception {
        var draft = upload(CHECKS, text(CHECKS).replace("&gt; 5000", "&gt; 4000"), null);
        browser.perform(asOwner(post(draft + "/force"))).andExpect(redirectedUrl(draft));
        assertThat(new NewProcessNotice(bundles, outcome).newProcess().number()).isEqualTo(number(draft));
        browser.perform(get(draft).with(manager())).andExpect(content().string(containsString("Orders entered")));
    }

    @Test
    void a_draft_that_nobody_wants_is_discarded_and_comes_into_force_no_more() throws Exception {
        var draft = upload(CHECKS, text(CHECKS).replace("&gt; 5000", "&gt; 1.000,00"), null);
        browser.perform(asOwner(get(draft))).andExpect(content().string(containsString("/discard\"")));
        browser.perform(asOwner(post(draft + "/discard")))
                .andExpect(redirectedUrl(draft))
                .andExpect(flash().attribute("said", containsString("is discarded")));
        browser.perform(asOwner(get(draft)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Discarded"),
                                not(containsString("/force\"")),
                                not(containsString("/discard\"")))));
        browser.perform(asOwner(post(draft + "/force")))
                .andExpect(flash().attribute("refusal", containsString("was discarded")));
        browser.perform(post("/api" + draft + "/discard").with(owner())).andExpect(status().isConflict());
        browser.perform(asOwner(post("/process/bundles/{n}/discard", inForce().number())))
                .andExpect(flash().attribute("refusal", containsString("is no draft")));
        browser.perform(post("/process/bundles/1/discard").with(manager()).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void who_saw_another_bundle_in_force_is_told_so() throws Exception {
        var draft = upload(CHECKS, text(CHECKS).replace("&gt; 5000", "&gt; 4000"), null);
        browser.perform(asOwner(post(draft + "/force").param("seen", "999")))
                .andExpect(flash().attribute("refusal", containsString("Somebody else")));
    }

    @Test
    void all_files_are_downloaded_and_uploaded_again_as_one_archive() throws Exception {
        var download = browser.perform(
                        asOwner(get("/process/bundles/{n}/files", inForce().number())))
                .andExpect(header().string("Content-Disposition", containsString(".zip")))
                .andReturn();
        var page = upload("all.zip", download.getResponse().getContentAsByteArray(), null);
        assertThat(files.of(bundles.get(number(page)))).containsExactlyInAnyOrderEntriesOf(files.of(inForce()));
        browser.perform(asOwner(get(page))).andExpect(content().string(containsString("Nothing differs")));
        browser.perform(asOwner(
                        get("/process/bundles/{n}/files/{file}", inForce().number(), CHECKS)))
                .andExpect(content().bytes(files.of(inForce(), CHECKS)));
    }

    @Test
    void what_belongs_to_no_process_is_refused_or_left_out() throws Exception {
        refused("notes.txt", "Hello".getBytes(StandardCharsets.UTF_8), "None of these files");
        refused("broken.zip", "PK no".getBytes(StandardCharsets.UTF_8), "None of these files");
        refused(ORDER, "<definitions".getBytes(StandardCharsets.UTF_8), "cannot be read");
        refused("bomb.zip", archive("big.dmn", new byte[6_000_000]), "too large");
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            for (var file :
                    Map.of("a/" + CHECKS, text(CHECKS), "README.md", "Hello").entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        perform("some.zip", archive.toByteArray(), null)
                .andExpect(flash().attribute("said", containsString("README.md")));
    }

    @Test
    void a_changed_deadline_is_a_draft_and_a_wrong_one_is_told_at_its_field() throws Exception {
        browser.perform(asOwner(get("/process/deadlines")))
                .andExpect(content().string(containsString("name=\"reviewOrder\" value=\"4h\"")));
        browser.perform(asOwner(
                        post("/process/deadlines").param("reviewOrder", "soon").param("otherwise", "1d")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Enter a duration above zero")));
        var page = browser.perform(asOwner(
                        post("/process/deadlines").param("reviewOrder", "8h").param("otherwise", "1d")))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        browser.perform(asOwner(get(page)))
                .andExpect(content().string(containsString("Deadline of “Review order”: 4 h became 8 h")));
    }

    @Test
    void the_api_does_the_same() throws Exception {
        var created = browser.perform(multipart("/api/process/bundles")
                        .file(file(
                                CHECKS,
                                text(CHECKS).replace("&gt; 5000", "&gt; 4000").getBytes(StandardCharsets.UTF_8)))
                        .param("note", "lower")
                        .with(owner()))
                .andExpect(status().isCreated())
                .andExpect(content().string(containsString("orderTotal > 5000 became > 4000")))
                .andReturn();
        var address = created.getResponse().getHeader("Location");
        browser.perform(post(address + "/check").with(owner()))
                .andExpect(content().string(containsString("\"state\":\"CHECKED\"")));
        browser.perform(post(address + "/force").param("inForce", "999").with(owner()))
                .andExpect(status().isConflict());
        browser.perform(post(address + "/force").with(owner()))
                .andExpect(content().string(containsString("\"state\":\"IN_FORCE\"")));
        browser.perform(get("/api/process/bundles").with(manager()))
                .andExpect(content().string(containsString("\"note\":\"lower\"")));
        browser.perform(get(address + "/files/" + CHECKS).with(manager()))
                .andExpect(content().string(containsString("&gt; 4000")));
        browser.perform(get(address + "/files").with(manager()))
                .andExpect(content().contentType("application/zip"));
        browser.perform(post(address + "/take-back").with(owner())).andExpect(status().isOk());
        browser.perform(post(address + "/take-back").with(owner())).andExpect(status().isConflict());
        browser.perform(get("/api/process/bundles/99999").with(owner())).andExpect(status().isNotFound());
    }

    private void refused(String name, byte[] content, String sentence) throws Exception {
        perform(name, content, null)
                .andExpect(redirectedUrl("/process"))
                .andExpect(flash().attribute("refusal", containsString(sentence)));
    }

    private String upload(String name, String content, Long base) throws Exception {
        return upload(name, content.getBytes(StandardCharsets.UTF_8), base);
    }

    private String upload(String name, byte[] content, Long base) throws Exception {
        MvcResult answer = perform(name, content, base)
                .andExpect(status().is3xxRedirection())
                .andReturn();
        return answer.getResponse().getRedirectedUrl();
    }

    private ResultActions perform(String name, byte[] content, Long base) throws Exception {
        var call = multipart("/process/bundles").file(file(name, content));
        if (base != null) {
            call.param("base", base.toString());
        }
        return browser.perform(call.with(owner()).with(csrf()));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, null, content);
    }

    private static byte[] archive(String name, byte[] content) throws Exception {
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return archive.toByteArray();
    }

    private Bundle inForce() {
        return bundles.inForce().orElseThrow();
    }

    private static Long number(String page) {
        return Long.valueOf(page.substring(page.lastIndexOf('/') + 1));
    }

    private static String text(String file) {
        return ShippedFiles.text(file);
    }

    private static MockHttpServletRequestBuilder asOwner(MockHttpServletRequestBuilder call) {
        return call.with(owner()).with(csrf());
    }

    private static RequestPostProcessor owner() {
        return user("olga").roles("process-owners");
    }

    private static RequestPostProcessor manager() {
        return user("max").roles("managers");
    }
}
