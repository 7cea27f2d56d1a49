package {{package}}.internal;

import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;

/** Writes and reads guests: Tenon implements it, and checks the query before the module starts. */
@Repository
interface Guests extends CrudRepository<Guest, Long> {

    @Query("select name order by id desc")
    List<String> namesBackwards();
}
