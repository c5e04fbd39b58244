package vn.cotmoc.local;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** This module's own files, be they in its jar or in the build's folder. */
final class Resources {

    private Resources() {}

    /** Copies a folder of resources with all that is in it; files already there are replaced. */
    static void copy(String folder, Path to) throws IOException {
        URL found = Objects.requireNonNull(Resources.class.getResource(folder), folder);
        try {
            URI uri = found.toURI();
            if ("jar".equals(uri.getScheme())) {
                try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                    copyTree(jar.getPath("/vn/cotmoc/local/" + folder), to);
                }
            } else {
                copyTree(Path.of(uri), to);
            }
        } catch (URISyntaxException e) {
            throw new IOException(found.toString(), e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
