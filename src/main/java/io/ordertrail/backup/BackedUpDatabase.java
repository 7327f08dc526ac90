package io.ordertrail.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.sql.DataSource;

/** A database that can be copied while it works, and made of a copy. */
interface BackedUpDatabase {

    /** Writes everything that is committed at one moment. */
    void copy(OutputStream to) throws IOException;

    /** Tells why nothing can be restored here; empty when the place is empty. */
    String occupied() throws IOException;

    /** Makes the database of a copy. The place has to be empty. */
    void restore(InputStream copy) throws IOException;

    /** An empty place beside this one. */
    BackedUpDatabase beside(Path folder);

    /** Connects to it; the caller ends the connection with {@link #disconnect}. */
    DataSource connect();

    void disconnect(DataSource connected);

    /** Removes the database. Only one that was made beside another is ever removed. */
    void remove() throws IOException;
}
