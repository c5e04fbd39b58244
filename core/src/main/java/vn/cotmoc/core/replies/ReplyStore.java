package vn.cotmoc.core.replies;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReplyStore extends GenericRepository<ReplyRow, ReplyRow.Key> {

    ReplyRow save(ReplyRow row);

    Optional<ReplyRow> findByKeyActorAndKeyReplyKey(String actor, String replyKey);
}
