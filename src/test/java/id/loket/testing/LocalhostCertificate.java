package id.loket.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for {@code localhost}, made anew, and who presents or trusts it. */
public record LocalhostCertificate(Path keyStore) {

    public static final String PASSWORD = "changeit";

    /** @param folder where the key store is made */
    public static LocalhostCertificate in(Path folder) {
        Path keyStore = folder.resolve("localhost.p12");
        try {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keystore", keyStore.toString(),
                            "-storepass", PASSWORD, "-alias", "localhost", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=localhost",
                            "-ext", "san=dns:localhost", "-validity", "3650")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.log").toFile())
                    .start();
            if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new LocalhostCertificate(keyStore);
    }

    /** Presents it as a server does, and trusts nothing else as a client does. */
    public SSLSocketFactory sockets() {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory presented = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            presented.init(keys, PASSWORD.toCharArray());
            KeyStore others = KeyStore.getInstance("PKCS12");
            others.load(null, null);
            others.setCertificateEntry("localhost", keys.getCertificate("localhost"));
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(others);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(presented.getKeyManagers(), trusted.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
