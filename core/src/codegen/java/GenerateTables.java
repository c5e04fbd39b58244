import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Writes jOOQ's classes from the migrations: starts a PostgreSQL, migrates it, reads its tables.
 * Skipped while the migrations' hash is the one of the last run.
 *
 * <p>Arguments: the migrations' folder, the folder to write to.
 */
class GenerateTables {

    private static final String PACKAGE = "vn.cotmoc.core.tables";

    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path sources = Path.of(arguments[1]);
        Path mark = sources.resolve("migrations.sha256");
        String hash = hashOf(migrations);
        if (Files.exists(mark) && Files.readString(mark).equals(hash)) {
            IO.println("The tables' classes are up to date with the migrations.");
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            var database = postgres.getPostgresDatabase();
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role cotmoc_app; create role cotmoc_ministry; create role cotmoc_relay");
            }
            Flyway.configure()
                    .dataSource(database)
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(new Configuration()
                    .withJdbc(new Jdbc()
                            .withUrl(postgres.getJdbcUrl("postgres", "postgres"))
                            .withUser("postgres"))
                    .withGenerator(new Generator()
                            .withDatabase(new Database()
                                    .withInputSchema("public")
                                    .withOutputSchemaToDefault(true)
                                    .withExcludes("flyway_schema_history|.*_tenant|set_tenant|replicate_everywhere")
                                    .withIncludeRoutines(false))
                            .withGenerate(new Generate()
                                    .withRecords(true)
                                    .withPojos(false)
                                    .withJavaTimeTypes(true))
                            .withTarget(new Target().withPackageName(PACKAGE).withDirectory(sources.toString()))));
        }
        Files.writeString(mark, hash);
    }

    private static String hashOf(Path folder) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
                update(digest, file);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, Path file) throws IOException {
        digest.update(file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
    }
}
