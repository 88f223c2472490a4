package id.loket.platform.db;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which Loket keeps what must stay. */
public final class DataFolder {

    private DataFolder() {}

    /**
     * Makes the folder where it is missing.
     *
     * @throws StartFailure if it can't be made or written
     */
    public static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new StartFailure(folder + " is a file, not a folder. Set LOKET_DATA_DIR to a folder", e);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder " + folder + " can't be made. Set LOKET_DATA_DIR to a folder that can be written", e);
        }
        if (!Files.isWritable(folder)) {
            throw new StartFailure("The data folder " + folder + " can't be written. Set LOKET_DATA_DIR to one that can", null);
        }
    }
}
