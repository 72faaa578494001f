package org.mmlens.bot.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Whom to believe that a server is the one it is taken for.
public final class Trust {

  private Trust() {}

  /// {@return what believes the authorities of a file and no others; empty where the platform's are
  /// believed}
  ///
  /// @param authorities certificates, PEM (RFC 7468)
  /// @throws UncheckedIOException where the file cannot be used
  public static Optional<SSLContext> in(Optional<Path> authorities) {
    return authorities.map(Trust::of);
  }

  private static SSLContext of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (all.isEmpty()) {
        throw unusable(file, "expected certificates (PEM), found none");
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate one : all) {
        store.setCertificateEntry("authority-" + store.size(), one);
      }
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unusable(file, "expected certificates (PEM), found something else");
    } catch (NoSuchFileException e) {
      throw unusable(file, "no such file");
    } catch (IOException e) {
      throw unusable(file, String.valueOf(e.getMessage()));
    }
  }

  private static UncheckedIOException unusable(Path file, String why) {
    return new UncheckedIOException(new IOException("ca-file %s: %s".formatted(file, why)));
  }
}
