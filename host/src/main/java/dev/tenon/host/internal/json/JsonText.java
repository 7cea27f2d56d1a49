package dev.tenon.host.internal.json;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes documents as JSON. Jackson is loaded when the first one is written. */
public final class JsonText {

    private JsonText() {}

    /**
     * Returns the document as indented JSON in plain ASCII, which every terminal encoding keeps.
     */
    public static String of(Record document) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .writeValueAsString(document);
    }
}
