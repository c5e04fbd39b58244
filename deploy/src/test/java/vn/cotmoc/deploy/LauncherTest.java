package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the top, in surroundings where it must give up at once, with one sentence. */
class LauncherTest {

    private static final Path SCRIPT = Path.of("../cotmoc").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private record Said(int status, String text) {}

    @Test
    void anOldJdkIsNotTaken() throws Exception {
        Path old = jdk("17.0.15");
        Said said = run(Map.of("JAVA_HOME", old.toString(), "COTMOC_JDKS", old.toString()), "demo");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text())
                .isEqualTo("A JDK of at least 25 is needed; found only version 17. "
                        + "Install one (for example Temurin 25) or point JAVA_HOME to it.\n");
    }

    @Test
    void withoutAnyJdkItSaysSo() throws Exception {
        assertThat(run(Map.of("COTMOC_JDKS", folder.toString()), "test").text())
                .startsWith("A JDK of at least 25 is needed; found none.");
    }

    @Test
    void aNewerJdkIsFoundBesideAnOldDefault() throws Exception {
        Path old = jdk("21.0.1");
        Path newer = jdk("26");
        Said said = run(
                Map.of("JAVA_HOME", old.toString(), "COTMOC_JDKS", newer.toString(), "CHROMIUM", "not-there"), "test");
        assertThat(said.text()).startsWith("The browser journey needs Chromium: install it");
    }

    @Test
    void anUnknownCommandIsNamedAndHelpNamesAll() throws Exception {
        assertThat(run(Map.of(), "dmeo").text())
                .isEqualTo("'dmeo' is no command of ./cotmoc: demo, test, measure, load, reset, help.\n");
        assertThat(run(Map.of(), "help").text())
                .contains("./cotmoc demo", "./cotmoc test", "./cotmoc measure", "./cotmoc load", "./cotmoc reset");
    }

    @Test
    void optionsAreReadBeforeAnythingIsBuilt() throws Exception {
        assertThat(run(Map.of(), "demo", "--prot", "1").text())
                .isEqualTo(
                        "'--prot' is no option of ./cotmoc demo: --port, --keycloak-port, --postgres-port, --as-of.\n");
        assertThat(run(Map.of(), "demo", "--port").text())
                .isEqualTo("The option --port needs a value; see ./cotmoc help.\n");
        assertThat(run(Map.of(), "demo", "--port", "12x").text()).isEqualTo("A port is a number, not '12x'.\n");
    }

    @Test
    void aPortInUseIsToldBeforeAnythingIsBuilt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(run(Map.of(), "demo", "--port", port).text())
                    .startsWith("The port %s is in use".formatted(port));
        }
    }

    private Path jdk(String version) throws Exception {
        Path home = folder.resolve("jdk-" + version);
        Path compiler = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.createFile(compiler, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    /** With a PATH of our own: the shell's usual tools, but neither a Java nor a browser. */
    private Said run(Map<String, String> environment, String... arguments) throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : new String[] {"bash", "env", "dirname", "sed", "cat", "readlink"}) {
            Path link = tools.resolve(tool);
            if (!Files.exists(link)) {
                for (String place : new String[] {"/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"}) {
                    if (Files.exists(Path.of(place, tool))) {
                        Files.createSymbolicLink(link, Path.of(place, tool));
                        break;
                    }
                }
            }
        }
        var command = new java.util.ArrayList<>(java.util.List.of(SCRIPT.toString()));
        command.addAll(java.util.List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
