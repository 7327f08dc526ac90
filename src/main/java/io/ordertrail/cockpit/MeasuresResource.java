package io.ordertrail.cockpit;

import java.util.Map;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.springframework.stereotype.Component;

import io.ordertrail.process.measure.MeasureHistory;

/** Answers the calls of the plugin's pages, after a check of the caller's rights. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public class MeasuresResource {

    private final CockpitRights rights;
    private final CockpitWords words;
    private final ReadToday readToday;
    private final MeasureHistory measureHistory;
    private final DefinitionResources definitions;

    MeasuresResource(
            CockpitRights rights,
            CockpitWords words,
            ReadToday readToday,
            MeasureHistory measureHistory,
            DefinitionResources definitions) {
        this.rights = rights;
        this.words = words;
        this.readToday = readToday;
        this.measureHistory = measureHistory;
        this.definitions = definitions;
    }

    @GET
    @Path("words")
    public Map<String, String> words() {
        rights.checkCockpit();
        return words.words();
    }

    @GET
    @Path("today")
    public Today today() {
        rights.checkCockpit();
        return readToday.read(rights.isAdministrator());
    }

    /** Has everything measured again of which the engine still has the history. */
    @POST
    @Path("again")
    public Map<String, String> measureAgain() {
        rights.checkAdministrator();
        return Map.of("from", measureHistory.again().toString());
    }

    @Path("definitions/{definition}")
    public DefinitionResource definition(@PathParam("definition") String definition) {
        return definitions.of(rights.definition(definition));
    }
}
