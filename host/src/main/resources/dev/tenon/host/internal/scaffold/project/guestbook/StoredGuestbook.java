package {{package}}.internal;

import dev.tenon.core.service.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import {{package}}.Guestbook;

/** Keeps the guest book in the module's database. */
@ApplicationScoped
@Service
class StoredGuestbook implements Guestbook {

    private final Guests guests;

    @Inject
    StoredGuestbook(Guests guests) {
        this.guests = guests;
    }

    @Override
    public void sign(String name) {
        guests.insert(new Guest(null, name, Instant.now()));
    }

    @Override
    public List<String> guests() {
        return guests.namesBackwards();
    }
}
