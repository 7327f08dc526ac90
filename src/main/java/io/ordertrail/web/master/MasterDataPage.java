package io.ordertrail.web.master;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.ordertrail.change.Snapshot;
import io.ordertrail.masterdata.MasterData;
import io.ordertrail.masterdata.SaveMasterData;
import io.ordertrail.masterdata.Versioned;
import io.ordertrail.refusal.Blanks;
import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.refusal.Sentence;
import io.ordertrail.refusal.StaleVersion;
import io.ordertrail.transaction.RetryOnContention;
import io.ordertrail.web.page.FormErrors;
import io.ordertrail.web.page.FormInput;
import io.ordertrail.web.page.Meanwhile;

/**
 * The pages of one kind of master data: the list, and the form that adds and changes a record. The form shows all
 * errors at its fields and keeps the input. A kind called "site" has the addresses /sites, /sites/new and
 * /sites/{code}, the templates sites and site, and messages that begin with these words.
 *
 * @param <T> the record
 * @param <D> the data to save
 */
abstract class MasterDataPage<T extends Versioned, D extends Record> {

    private static final int PAGE = 100;
    /** Reads one record more than a page shows, which tells whether there is another page. */
    static final Limit PAGE_AND_ONE = Limit.of(PAGE + 1);

    /** The input of a form. */
    interface Form<D> {

        String code();

        /**
         * Reads the data to save.
         *
         * @throws Refusal when a field cannot be read
         */
        D data();
    }

    private final String kind;
    private final String codeField;
    private final MasterData<T> all;
    private final SaveMasterData<T, D> saveRecord;
    private final RecordHistory history;

    /**
     * Creates the pages of a kind.
     *
     * @param codeField name of the code's field in the form
     */
    MasterDataPage(
            String kind, String codeField, MasterData<T> all, SaveMasterData<T, D> saveRecord, RecordHistory history) {
        this.kind = kind;
        this.codeField = codeField;
        this.all = all;
        this.saveRecord = saveRecord;
        this.history = history;
    }

    abstract Form<D> empty();

    abstract Form<D> known(T one);

    abstract Form<D> typed(FormInput typed, String code);

    /**
     * Shows a page of the list.
     *
     * @param found sorted by code, with one more record than a page shows when there is another page
     */
    String list(List<T> found, Function<T, String> code, Model model) {
        model.addAttribute("rows", found.stream().limit(PAGE).toList());
        model.addAttribute("next", found.size() > PAGE ? code.apply(found.get(PAGE - 1)) : null);
        return kind + "s";
    }

    @GetMapping("/new")
    ModelAndView showEmpty() {
        return show(empty(), true, FormErrors.NONE, HttpStatus.OK);
    }

    @GetMapping("/{code}")
    ModelAndView showKnown(@PathVariable String code) {
        var form = known(all.get(code));
        return show(form, false, FormErrors.NONE, HttpStatus.OK).addObject("opened", texts(form));
    }

    @PostMapping("/new")
    @RetryOnContention
    ModelAndView add(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        var typed = new FormInput(sent);
        var form = typed(typed, Blanks.trimmed(typed.text(codeField)));
        if (all.typed(form.code()).isPresent()) {
            return show(
                    form,
                    true,
                    FormErrors.at("/" + codeField, Sentence.of(kind + ".input.taken", form.code())),
                    HttpStatus.CONFLICT);
        }
        return save(form, ExpectedVersion.ANY, Map.of(), next);
    }

    @PostMapping("/{code}")
    @RetryOnContention
    ModelAndView change(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        var stored = all.get(code);
        var theirs = known(stored);
        var form = typed(new FormInput(sent), theirs.code());
        var opened = Meanwhile.opened(sent).toSingleValueMap();
        var mine = mine(form, sent, opened);
        var meanwhile = opened.isEmpty() ? null : Meanwhile.of(opened, mine, texts(theirs));
        return meanwhile != null && meanwhile.any()
                ? showStale(typed(input(meanwhile.merged(mine)), theirs.code()), theirs, meanwhile)
                : save(form, ExpectedVersion.of(stored.version()), opened, next);
    }

    private static Map<String, String> texts(Form<?> form) {
        return Snapshot.of((Record) form).texts();
    }

    /** A field that the form did not offer to this person counts as unchanged. */
    private static Map<String, String> mine(
            Form<?> form, MultiValueMap<String, String> sent, Map<String, String> opened) {
        var mine = texts(form);
        mine.replaceAll(
                (field, text) -> text.isEmpty() && !sent.containsKey(field) ? opened.getOrDefault(field, text) : text);
        return mine;
    }

    /** The texts as a form sends them: a box that is not ticked is left out. */
    private static FormInput input(Map<String, String> texts) {
        var sent = new LinkedMultiValueMap<String, String>();
        texts.forEach((field, text) -> {
            if (!text.equals("false")) {
                sent.add(field, text);
            }
        });
        return new FormInput(sent);
    }

    private ModelAndView save(
            Form<D> form, ExpectedVersion expected, Map<String, String> opened, RedirectAttributes next) {
        var isNew = expected == ExpectedVersion.ANY;
        try {
            saveRecord.save(form.data(), expected);
        } catch (StaleVersion stale) {
            throw new OptimisticLockingFailureException("Changed since this call read it", stale);
        } catch (Refusal refusal) {
            return show(form, isNew, FormErrors.of(refusal), HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("opened", opened);
        }
        var waits = !history.waiting(saveRecord.kind(), form.code()).isEmpty();
        next.addFlashAttribute("said", Sentence.of(waits ? "page.said.waits" : "page.said.saved", form.code()));
        return new ModelAndView("redirect:/" + kind + "s");
    }

    private ModelAndView showStale(Form<D> merged, Form<D> theirs, Meanwhile<String> meanwhile) {
        return show(merged, false, FormErrors.NONE, HttpStatus.CONFLICT)
                .addObject("last", history.last(saveRecord.kind(), theirs.code()))
                .addObject("opened", texts(theirs))
                .addObject("meanwhile", meanwhile);
    }

    private ModelAndView show(Form<D> form, boolean isNew, FormErrors faults, HttpStatus status) {
        var page = new ModelAndView(kind, Map.of("form", form, "isNew", isNew, "faults", faults), status);
        page.addObject("figures", history.changesFigures());
        page.addObject("changes", isNew ? List.of() : history.changes(saveRecord.kind(), form.code()));
        page.addObject("waiting", isNew ? List.of() : history.waiting(saveRecord.kind(), form.code()));
        return page;
    }
}
