package vn.cotmoc.core.audit;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.events.Outbox;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Writes down what a use case changes, in its transaction: a change that is not on the trail did not happen, and what is on it
 * is an event. Stores hand over their rows as they are stored.
 */
@Singleton
public class Trail {

    /** They stand on the change itself. */
    private static final Set<String> OF_THE_CHANGE = Set.of("tenantId", "recordedAt", "recordedBy");

    /** What a change says for itself, though the one before it may have said the same. */
    private static final Set<String> OF_ITS_OWN = Set.of("reason");

    private final ChangeStore changes;
    private final Outbox outbox;
    private final Identifiers identifiers;
    private final CurrentActor actor;
    private final Clock clock;
    private final ObjectMapper json;

    Trail(
            ChangeStore changes,
            Outbox outbox,
            Identifiers identifiers,
            CurrentActor actor,
            Clock clock,
            ObjectMapper json) {
        this.changes = changes;
        this.outbox = outbox;
        this.identifiers = identifiers;
        this.actor = actor;
        this.clock = clock;
        this.json = json;
    }

    /** @param key of the thing within the province; @param row a mapped entity */
    public void added(Object key, Object row) {
        added(key, row, null);
    }

    /** @param instrument the paper that decided it, if any */
    public void added(Object key, Object row, @Nullable String instrument) {
        write(Act.ADDED, subject(row), key, Map.of(), fields(row), instrument);
    }

    /** A row beside the one that it replaces. @param was null for the first */
    public void appended(Object key, @Nullable Object was, Object row) {
        if (was == null) {
            added(key, row);
        } else {
            changed(key, was, row);
        }
    }

    /** The same of things that are kept in more than one row. @param was empty for the first */
    public void appended(
            String subject,
            Object key,
            Map<String, String> was,
            Map<String, String> became,
            @Nullable String instrument) {
        if (was.isEmpty()) {
            write(Act.ADDED, subject, key, was, became, instrument);
        } else {
            changed(subject, key, was, became, instrument);
        }
    }

    /** What a row says of another thing, instead of the row that said it before. @param subject the sort of that thing */
    public void changed(String subject, Object key, Object was, Object became, @Nullable String instrument) {
        changed(subject, key, fields(was), fields(became), instrument);
    }

    public void changed(Object key, Object was, Object became) {
        changed(key, was, became, null);
    }

    /** Writes the fields that differ, and nothing if none does. */
    public void changed(Object key, Object was, Object became, @Nullable String instrument) {
        changed(subject(became), key, fields(was), fields(became), instrument);
    }

    /**
     * What was written down wrongly, with why it was mended.
     *
     * @throws Refusal {@code correction-none} if nothing differs
     */
    public void corrected(
            String subject, Object key, Map<String, String> was, Map<String, String> became, String reason) {
        if (was.equals(became)) {
            throw Refusal.invalid("correction-none", "");
        }
        Map<String, String> after = new TreeMap<>(became);
        after.put("reason", reason);
        changed(subject, key, was, after, null);
    }

    /** The same of a mapped entity, whose version has not been counted on. */
    public void corrected(Object key, Object was, Object became, String reason) {
        corrected(subject(became), key, fields(was), fields(became), reason);
    }

    /** The same of things that are kept in more than one row. */
    public void changed(String subject, Object key, Map<String, String> was, Map<String, String> became) {
        changed(subject, key, was, became, null);
    }

    private void changed(
            String subject,
            Object key,
            Map<String, String> before,
            Map<String, String> after,
            @Nullable String instrument) {
        Map<String, String> gone = new TreeMap<>(before);
        gone.entrySet().removeIf(field -> Objects.equals(after.get(field.getKey()), field.getValue()));
        Map<String, String> come = new TreeMap<>(after);
        come.entrySet().removeIf(field -> Objects.equals(before.get(field.getKey()), field.getValue()));
        if (!gone.isEmpty() || !come.isEmpty()) {
            OF_ITS_OWN.stream().filter(after::containsKey).forEach(field -> come.put(field, after.get(field)));
            write(Act.CHANGED, subject, key, gone, come, instrument);
        }
    }

    /** What is no longer in force; its row stays. */
    public void withdrawn(String subject, Object key, Map<String, String> fields) {
        write(Act.WITHDRAWN, subject, key, fields, Map.of(), null);
    }

    /** For rows that are written by one statement: what was done, in few fields. */
    public void added(String subject, Object key, Map<String, String> fields) {
        write(Act.ADDED, subject, key, Map.of(), fields, null);
    }

    private void write(
            Act act,
            String subject,
            Object key,
            Map<String, String> was,
            Map<String, String> became,
            @Nullable String instrument) {
        changes.save(new ChangeRow(
                null,
                identifiers.next(),
                clock.instant(),
                actor.username(),
                act.code(),
                subject,
                key.toString(),
                was.isEmpty() ? null : text(was),
                became.isEmpty() ? null : text(became),
                instrument));
        outbox.changed(subject, key.toString());
    }

    private static String subject(Object row) {
        return BeanIntrospection.getIntrospection(row.getClass())
                .stringValue(MappedEntity.class)
                .orElseThrow(() -> new IllegalArgumentException("%s is no stored row.".formatted(row.getClass())));
    }

    /** By name; what is null is left out. A key of several parts is spread over them. */
    private static Map<String, String> fields(Object row) {
        Map<String, String> fields = new TreeMap<>();
        @SuppressWarnings("unchecked")
        BeanIntrospection<Object> introspection =
                (BeanIntrospection<Object>) BeanIntrospection.getIntrospection(row.getClass());
        for (BeanProperty<Object, Object> property : introspection.getBeanProperties()) {
            Object value = OF_THE_CHANGE.contains(property.getName()) ? null : property.get(row);
            if (value instanceof BigDecimal decimal) {
                fields.put(property.getName(), decimal.toPlainString());
            } else if (value instanceof Record) {
                fields.putAll(fields(value));
            } else if (value != null) {
                fields.put(property.getName(), value.toString());
            }
        }
        return fields;
    }

    private String text(Map<String, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
