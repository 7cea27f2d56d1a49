package {{package}}.internal;

import dev.tenon.core.service.Service;
import dev.tenon.database.SessionFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import {{package}}.Guestbook;

/** Keeps the guest book in the module's database. */
@ApplicationScoped
@Service
class StoredGuestbook implements Guestbook {

    private final SessionFactory sessions;

    @Inject
    StoredGuestbook(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public void sign(String name) {
        sessions.write(s ->
                s.execute(
                        "insert into guest (name, signed_at) values (?, ?)", name, Instant.now()));
    }

    @Override
    public List<String> guests() {
        return sessions.read(s ->
                s.query("select id, name, signed_at from guest order by id desc")
                        .list(Guest.class)
                        .stream()
                        .map(Guest::name)
                        .toList());
    }
}
